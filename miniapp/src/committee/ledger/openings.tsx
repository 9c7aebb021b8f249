import { Text, View } from '@tarojs/components';
import { ledgerEndpoints, sensitiveFieldLabels, type FieldOpening } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { whenInWords } from '@/features/case-ticket/when';
import { useQuery } from '@/platform/use-query';

const inWords = ({ field, who, at }: FieldOpening): string =>
  `${whenInWords(at)}，${who}看了${sensitiveFieldLabels[field]}`;

/** Who opened what of hers. */
export function Openings({ entryId }: { entryId: string }) {
  const openings = useQuery(ledgerEndpoints.openings, { params: { id: entryId } });
  return (
    <View className="stack">
      <Heading>谁看过</Heading>
      <PageState
        query={openings}
        isEmpty={({ items }) => items.length === 0}
        empty={<Text className="note">还没有人点开看过。</Text>}
      >
        {({ items }) =>
          items.map((opening) => (
            <Text key={`${opening.at}${opening.field}`} className="note">
              {inWords(opening)}
            </Text>
          ))
        }
      </PageState>
    </View>
  );
}
