import { Text } from '@tarojs/components';
import { pageLimits, womensHomeEndpoints, type DeskWomensHome } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useList } from '@/platform/use-list';

interface Props {
  onChoose: (home: DeskWomensHome) => void;
  onClose: () => void;
}

/** The homes of her branch that may be told to everybody. */
export function HomeSheet({ onChoose, onClose }: Props) {
  const homes = useList(womensHomeEndpoints.deskList, { query: { limit: pageLimits.max } });
  const open = { ...homes, data: homes.data?.filter(({ confidential }) => !confidential) };
  return (
    <Sheet title="选一个妇女之家" onClose={onClose}>
      <PageState
        query={open}
        isEmpty={(items) => items.length === 0}
        empty={<Text>您这一片还没有登记的家。请直接写地点。</Text>}
      >
        {(items) =>
          items.map((home) => (
            <Cell
              key={home.id}
              title={home.name}
              facts={[home.address]}
              onTap={() => onChoose(home)}
            />
          ))
        }
      </PageState>
      <More of={homes} />
    </Sheet>
  );
}
