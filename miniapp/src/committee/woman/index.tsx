import { useState } from 'react';
import { Text } from '@tarojs/components';
import { dayInWords, type Day } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import type { FieldWoman } from '@/features/visit/field';
import { goTo, usePageQuery } from '@/platform/navigate';
import { dial } from '@/platform/phone';
import { FieldPage, type Field } from '../field-page';
import { agoInWords, lastVisitInWords } from '../field-words';
import { CorrectEntryPart } from '../ledger/correct-entry';
import { VisitItem } from '../visits/visit-item';
import { LeaveLink } from './leave-link';
import { Twin } from './twin';

export default function WomanPage() {
  return <FieldPage title="联系户">{(field) => <Woman field={field} />}</FieldPage>;
}

function Woman({ field }: { field: Field }) {
  const { id } = usePageQuery();
  const [correcting, setCorrecting] = useState<string>();
  const woman = field.women.find((each) => each.id === id);
  if (correcting)
    return (
      <CorrectEntryPart
        field={field}
        entryId={correcting}
        onBack={() => setCorrecting(undefined)}
      />
    );
  if (!woman) return <Note title="名单上没有这一位了。可能她结束了联系，也可能交给了别人。" />;
  const visits = field.visits.filter(({ linkId }) => linkId === woman.id);
  const { name, phone, today } = { ...woman, today: field.today };
  return (
    <>
      <Heading>{name}</Heading>
      {woman.maybeSameAs && <Twin field={field} entryId={woman.maybeSameAs} />}
      <Facts facts={factsOf(woman, today)} />
      <Button onTap={() => goTo('/committee/visit/index', { linkId: woman.id })}>记走访</Button>
      {phone && (
        <Button look="second" spoken={`打电话给${name}，${phone}`} onTap={() => dial(phone)}>
          打电话
        </Button>
      )}
      {!woman.isWaiting && (
        <Button look="text" onTap={() => setCorrecting(woman.ledgerEntryId)}>
          改姓名、电话
        </Button>
      )}
      <Heading>走访</Heading>
      {visits.length === 0 && <Text>手机里还没有她的走访。</Text>}
      {visits.map((visit) => (
        <VisitItem key={visit.id} visit={visit} name={name} today={today} />
      ))}
      <LeaveLink field={field} woman={woman} />
    </>
  );
}

const factsOf = (woman: FieldWoman, today: Day) => {
  const { phone, address, linkedOn, followUpDay } = woman;
  return [
    { name: '走访', words: lastVisitInWords(woman, today) },
    ...(followUpDay ? [{ name: '约好', words: `${dayInWords(followUpDay)}再去` }] : []),
    { name: '电话', words: phone ?? '没有留' },
    { name: '住址', words: address ?? '没有留' },
    { name: '联系', words: `${agoInWords(linkedOn, today)}开始` },
    ...(woman.isWaiting ? [{ name: '上传', words: '还没上传' }] : []),
  ];
};
