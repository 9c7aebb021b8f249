import { View } from '@tarojs/components';
import { dayOf, type Escalation } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { dueInWords } from '@/features/case-ticket/due';
import type { List } from '@/platform/use-list';

interface ListProps {
  escalations: List<Escalation>;
  onOpen: (id: string) => void;
}

/** What a desk below missed and what came to hers because of it. Silent while there is nothing. */
export function Escalations({ escalations, onOpen }: ListProps) {
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
