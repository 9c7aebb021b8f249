import { Text, View } from '@tarojs/components';
import { healthEndpoints, type OrganisationHealth } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import '@/features/edit/editor.scss';
import { goTo, usePageQuery } from '@/platform/navigate';
import { useList } from '@/platform/use-list';

export default function HealthPage() {
  const { id } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <Health id={id} />
      </SignedIn>
    </Screen>
  );
}

/** What to look after, federation by federation as they lie in the tree: nobody is compared. */
function Health({ id }: { id?: string }) {
  const list = useList(healthEndpoints.list, id ? { params: { id } } : undefined);
  return (
    <View className="stack">
      <Heading level={1}>组织体检</Heading>
      <Text className="note">看看哪里要搭把手。按组织的上下级排，不打分，不排名。</Text>
      <PageState
        query={list}
        isEmpty={(items) => items.length === 0}
        empty={<Text>这里还没有组织。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((one) => (
              <OneHealth key={one.federationId} one={one} />
            ))}
          </View>
        )}
      </PageState>
      <More of={list} />
    </View>
  );
}

const OneHealth = ({
  one: { federationId, federationName, hints },
}: {
  one: OrganisationHealth;
}) => (
  <Cell
    title={federationName}
    facts={hints.length > 0 ? hints.map(({ text }) => text) : ['现在没有要搭把手的']}
    onTap={() => goTo('/staff/organisation/index', { id: federationId })}
  />
);
