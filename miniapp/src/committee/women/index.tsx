import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Day } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cell } from '@/components/cell';
import { Choice } from '@/components/choice';
import type { FieldWoman } from '@/features/visit/field';
import { goTo } from '@/platform/navigate';
import { FieldPage, type Field } from '../field-page';
import { lastVisitInWords } from '../field-words';
import { howMany } from '../work/ways';
import { householdsOf, type Order } from './households';

const orders = [
  { value: 'last_visit', label: '久没去的在前' },
  { value: 'name', label: '按姓名' },
] as const;

export default function WomenPage() {
  return <FieldPage title="我的联系户">{(field) => <Women field={field} />}</FieldPage>;
}

function Women({ field: { women, today } }: { field: Field }) {
  const [order, setOrder] = useState<Order>('last_visit');
  return (
    <>
      <Text className="fact">{howMany(women.length)}</Text>
      <Button look="second" onTap={() => goTo('/committee/link/index')}>
        加联系户
      </Button>
      {women.length > 1 && (
        <Choice label="怎么排" options={orders} chosen={order} onChoose={setOrder} />
      )}
      {householdsOf(women, order).map(({ id, members }) => (
        <Household key={id} members={members} today={today} />
      ))}
    </>
  );
}

interface Props {
  members: readonly FieldWoman[];
  today: Day;
}

function Household({ members, today }: Props) {
  const cells = members.map((woman) => (
    <Cell
      key={woman.id}
      title={woman.name}
      facts={factsOf(woman, today)}
      onTap={() => goTo('/committee/woman/index', { id: woman.id })}
    />
  ));
  if (members.length === 1) return <View>{cells}</View>;
  return (
    <Card>
      <Text className="note">{`一家 ${members.length} 位`}</Text>
      {cells}
    </Card>
  );
}

const factsOf = (woman: FieldWoman, today: Day): string[] => [
  lastVisitInWords(woman, today),
  ...(woman.address ? [woman.address] : []),
  ...(woman.isWaiting ? ['还没上传'] : []),
];
