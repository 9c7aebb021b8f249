import { Text, View } from '@tarojs/components';
import {
  federationEndpoints,
  federationKindLabels,
  federationLevelLabels,
  pageLimits,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { goTo } from '@/platform/navigate';
import { useList } from '@/platform/use-list';

/** The federations directly below: the way down the tree. */
export function Below({ id }: { id: string }) {
  const children = useList(federationEndpoints.children, {
    params: { id },
    query: { limit: pageLimits.max },
  });
  return (
    <View className="stack">
      <Heading>下一级</Heading>
      <PageState
        query={children}
        isEmpty={(items) => items.length === 0}
        empty={<Text className="note">它下面还没有组织。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((one) => (
              <Cell
                key={one.id}
                title={one.name}
                facts={[`${federationKindLabels[one.kind]} · ${federationLevelLabels[one.level]}`]}
                onTap={() => goTo('/staff/organisation/index', { id: one.id })}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={children} />
    </View>
  );
}
