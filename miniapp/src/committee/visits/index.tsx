import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { goTo } from '@/platform/navigate';
import { FieldPage, type Field } from '../field-page';
import { VisitItem } from './visit-item';

const step = 20;

export default function VisitsPage() {
  return <FieldPage title="走访记录">{(field) => <Visits field={field} />}</FieldPage>;
}

function Visits({ field: { visits, women, today } }: { field: Field }) {
  const [shown, setShown] = useState(step);
  const nameOf = (linkId: string) => women.find(({ id }) => id === linkId)?.name ?? '不在名单上了';
  return (
    <>
      <Button onTap={() => goTo('/committee/visit/index')}>记走访</Button>
      {visits.length === 0 && <Text>还没有走访。去过的，现在也能补记。</Text>}
      {visits.slice(0, shown).map((visit) => (
        <VisitItem key={visit.id} visit={visit} name={nameOf(visit.linkId)} today={today} />
      ))}
      {visits.length > shown ? (
        <Button look="second" onTap={() => setShown(shown + step)}>
          {`再看 ${step} 次`}
        </Button>
      ) : (
        <Text className="note">手机里只留最近的走访，早的在服务器上。</Text>
      )}
    </>
  );
}
