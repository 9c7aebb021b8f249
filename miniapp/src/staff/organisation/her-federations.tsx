import { Text, View } from '@tarojs/components';
import { accountEndpoints, postKindLabels } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { goTo } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';

/** Where she begins to look: the federations in which she holds a post. */
export function HerFederations() {
  const me = useQuery(accountEndpoints.me, {});
  return (
    <View className="stack">
      <Heading level={1}>组织</Heading>
      <Text className="note">从您任职的妇联往下看：有多少组织、阵地和任职。</Text>
      <PageState
        query={me}
        isEmpty={({ posts }) => posts.length === 0}
        empty={<Text>您现在没有任职。</Text>}
      >
        {({ posts }) => (
          <View className="desk-list">
            {posts
              .filter(({ actions }) => actions.includes('organisation.read'))
              .map(({ id, kind, federationId, federationName }) => (
                <Cell
                  key={id}
                  title={federationName}
                  facts={[postKindLabels[kind]]}
                  onTap={() => goTo('/staff/organisation/index', { id: federationId })}
                />
              ))}
          </View>
        )}
      </PageState>
      <Button look="second" onTap={() => goTo('/staff/enterprises/index')}>
        重点筹建清单
      </Button>
    </View>
  );
}
