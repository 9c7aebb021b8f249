import { Text, View } from '@tarojs/components';
import { visitKindLabels } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import type { Field } from '../field-page';
import { dayOfVisit } from '../field-words';

/** What goes by itself with the next network. */
export function StillWaiting({ field }: { field: Field }) {
  const { women, visits, waiting, damaged, today } = field;
  const refused = new Set(waiting.refused.map(({ fact }) => fact.id));
  const isWaiting = (one: { id: string; isWaiting: boolean }) =>
    one.isWaiting && !refused.has(one.id);
  const nameOf = (linkId: string) => women.find(({ id }) => id === linkId)?.name ?? '';
  const lines = [
    ...women.filter(isWaiting).map(({ id, name }) => ({ id, words: `加联系户：${name}` })),
    ...visits.filter(isWaiting).map((visit) => ({
      id: visit.id,
      words: `走访：${nameOf(visit.linkId)}，${visitKindLabels[visit.kind]}，${dayOfVisit(visit, today)}`,
    })),
  ];
  const rest = waiting.count - waiting.sealed - damaged - refused.size - lines.length;
  if (lines.length === 0 && rest === 0) return null;
  return (
    <View className="stack">
      <Heading>等着上传的</Heading>
      {lines.map(({ id, words }) => (
        <Text key={id}>{words}</Text>
      ))}
      {rest > 0 && <Text>{`转求助或移出名单：${rest} 条`}</Text>}
    </View>
  );
}
