import { Text, View } from '@tarojs/components';
import { federationEndpoints, pageLimits } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { useList } from '@/platform/use-list';

/** A federation on the way down to the one that is chosen. */
export interface Step {
  id: string;
  name: string;
}

interface Props {
  at: Step;
  /** The one that moves: it cannot go below itself. */
  without: string;
  onGo: (to: Step) => void;
}

/** Goes down the tree, one level a tap. */
export function ParentChooser({ at, without, onGo }: Props) {
  const below = useList(federationEndpoints.children, {
    params: { id: at.id },
    query: { limit: pageLimits.max },
  });
  return (
    <View className="stack">
      <Text className="note">{`“${at.name}”的下一级，点一下往下找：`}</Text>
      <PageState
        query={below}
        isEmpty={(items) => items.every(({ id }) => id === without)}
        empty={<Text className="note">下面没有别的组织了。</Text>}
      >
        {(items) =>
          items
            .filter(({ id }) => id !== without)
            .map(({ id, name }) => <Cell key={id} title={name} onTap={() => onGo({ id, name })} />)
        }
      </PageState>
      <More of={below} />
    </View>
  );
}
