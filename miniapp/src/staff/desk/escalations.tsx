import { View } from '@tarojs/components';
import { dayOf, deadlineEndpoints, pageLimits, type Escalation } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { dueInWords } from '@/features/case-ticket/due';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

/** What a desk below missed and what came to hers because of it. Silent while there is nothing. */
export function Escalations({ onOpen }: { onOpen: (id: string) => void }) {
  const escalations = useList(deadlineEndpoints.escalations, {
    query: { limit: pageLimits.default },
  });
  useReturned(escalations.again);
  const { data = [] } = escalations;
  if (data.length === 0) return null;

  return (
    <Card>
      <Heading level={3}>下级没按期办的</Heading>
      <View className="stack">
        {data.map((escalation) => (
          <Escalated key={escalation.id} escalation={escalation} onOpen={onOpen} />
        ))}
      </View>
      <More of={escalations} />
    </Card>
  );
}

interface Props {
  escalation: Escalation;
  onOpen: (id: string) => void;
}

function Escalated({ escalation: { what, article, dueDay, ticket }, onOpen }: Props) {
  const due = dueInWords(dueDay, dayOf(Date.now())).words;
  return (
    <Cell
      title={ticket.federationName}
      facts={[`${what}：${due}`, article]}
      onTap={() => onOpen(ticket.id)}
    />
  );
}
