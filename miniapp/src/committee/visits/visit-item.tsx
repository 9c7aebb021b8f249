import { Text, View } from '@tarojs/components';
import {
  caseTicketKindLabels,
  visitKindLabels,
  visitMarkLabels,
  visitMarkOf,
  dayInWords,
  dayOf,
  readRfc3339,
  type Day,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { RiskTag } from '@/features/case-ticket/ticket-tags';
import type { FieldVisit } from '@/features/visit/field';
import { goTo } from '@/platform/navigate';
import { dayOfVisit } from '../field-words';

interface Props {
  visit: FieldVisit;
  name: string;
  today: Day;
}

/** One visit, and its needs with the way to make a ticket of each. */
export function VisitItem({ visit, name, today }: Props) {
  const { kind, needs, risk, note, followUpDay, isWaiting } = visit;
  const mark = visit.mark ?? visitMarkOf(visit.visitDay, receivedDay(visit, today));
  return (
    <Card>
      <Heading>{`${name} · ${dayOfVisit(visit, today)}`}</Heading>
      <View className="tags">
        <Tag>{visitKindLabels[kind]}</Tag>
        {risk !== 'normal' && <RiskTag risk={risk} />}
        {mark && <Tag tone="info">{visitMarkLabels[mark]}</Tag>}
        {isWaiting && <Tag tone="warn">还没上传</Tag>}
      </View>
      {note && <Text className="written">{note}</Text>}
      {followUpDay && <Text className="fact">{`约好${dayInWords(followUpDay)}再去`}</Text>}
      {needs.map((need) => (
        <Need key={need.id} visit={visit} need={need} />
      ))}
    </Card>
  );
}

const receivedDay = ({ receivedAt }: FieldVisit, today: Day): Day => {
  const at = receivedAt === null ? undefined : readRfc3339(receivedAt);
  return at === undefined ? today : dayOf(at);
};

function Need({ visit, need }: { visit: FieldVisit; need: FieldVisit['needs'][number] }) {
  const label = caseTicketKindLabels[need.kind];
  const words = need.text === label ? label : `${label}：${need.text}`;
  const ask = () => goTo('/committee/ticket/index', { visitId: visit.id, needId: need.id });
  return (
    <View className="stack">
      <Text className="written">{words}</Text>
      {visit.ticketed.includes(need.id) ? (
        <View className="tags">
          <Tag tone="ok">已转求助</Tag>
        </View>
      ) : (
        <Button look="second" spoken={`转求助，${label}`} onTap={ask}>
          转求助
        </Button>
      )}
    </View>
  );
}
