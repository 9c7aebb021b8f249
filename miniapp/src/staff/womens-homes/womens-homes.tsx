import { Text, View } from '@tarojs/components';
import { womensHomeEndpoints, womensHomeKindLabels, type DeskWomensHome } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

export function WomensHomes() {
  const homes = useList(womensHomeEndpoints.deskList, {});
  useReturned(homes.again);
  return (
    <View className="stack">
      <Heading level={1}>妇女之家</Heading>
      <Text className="note">您这一片的家。点开就能改时间、电话和地址。</Text>
      <PageState
        query={homes}
        isEmpty={(items) => items.length === 0}
        empty={<Text>您这一片还没有登记的家。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((home) => (
              <HomeCell key={home.id} home={home} />
            ))}
          </View>
        )}
      </PageState>
      <More of={homes} />
    </View>
  );
}

function HomeCell({ home }: { home: DeskWomensHome }) {
  const { id, name, kind, address, phone, isOpen, confidential, federationName } = home;
  const facts = [
    `${womensHomeKindLabels[kind]} · ${federationName}`,
    address,
    phone ?? '没有写电话',
    ...(confidential ? ['不公开：只有您这一片的工作人员看得到'] : []),
  ];
  return (
    <Cell
      title={name}
      facts={facts}
      value={isOpen ? '开着' : '关着'}
      onTap={() => goTo('/staff/womens-home/index', { id })}
    />
  );
}
