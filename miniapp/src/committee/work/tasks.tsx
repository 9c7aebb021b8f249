import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { goTo } from '@/platform/navigate';
import type { Field } from '../field-page';
import { whyNow } from '../field-words';

// So that what she does most, 记走访, stays in view below them.
const step = 5;

/** Whom to visit, what is longest overdue first, with the reason in words. */
export function Tasks({ field: { tasks, women, today } }: { field: Field }) {
  const [shown, setShown] = useState(step);
  const due = tasks.flatMap((task) => {
    const woman = women.find(({ id }) => id === task.linkId);
    return woman ? [{ task, woman }] : [];
  });
  return (
    <View className="stack">
      <Heading>{due.length > 0 ? `该去看看的 ${due.length} 位` : '该去看看的'}</Heading>
      {due.length === 0 && <Text>近几天没有到日子的。</Text>}
      {due.slice(0, shown).map(({ task, woman }) => (
        <Cell
          key={woman.id}
          title={woman.name}
          facts={[whyNow(task, woman, today)]}
          onTap={() => goTo('/committee/woman/index', { id: woman.id })}
        />
      ))}
      {due.length > shown && (
        <Button look="second" onTap={() => setShown(shown + step)}>
          {`再看 ${step} 位`}
        </Button>
      )}
    </View>
  );
}
