import { Text, View } from '@tarojs/components';
import {
  countedThings,
  federationSectors,
  organisationEndpoints,
  type CountedQuery,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import '@/features/edit/editor.scss';
import { goTo, usePageQuery } from '@/platform/navigate';
import { useList } from '@/platform/use-list';
import { kindWords } from '../organisation/count-words';

/** Those behind a number of the file. */
export default function CountedPage() {
  const asked = usePageQuery();
  const what = countedThings.find((one) => one === asked.what) ?? 'federation';
  const sector = federationSectors.find((one) => one === asked.sector);
  const query = { what, kind: asked.kind ?? 'federation', ...(sector && { sector }) };
  return (
    <Screen wide>
      <SignedIn>
        <CountedList id={asked.id ?? ''} query={query} />
      </SignedIn>
    </Screen>
  );
}

function CountedList({ id, query }: { id: string; query: CountedQuery }) {
  const items = useList(organisationEndpoints.counted, id ? { params: { id }, query } : undefined);
  return (
    <View className="stack">
      <Heading level={1}>{kindWords({ kind: query.kind, sector: query.sector ?? null })}</Heading>
      <PageState
        query={items}
        isEmpty={(all) => all.length === 0}
        empty={<Text>这里一个也没有了。</Text>}
      >
        {(all) => (
          <View className="desk-list">
            {all.map(({ id: itemId, name, federationId, federationName }) => (
              <Cell
                key={itemId}
                title={name}
                facts={federationName === name ? [] : [federationName]}
                onTap={() => goTo('/staff/organisation/index', { id: federationId })}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={items} />
    </View>
  );
}
