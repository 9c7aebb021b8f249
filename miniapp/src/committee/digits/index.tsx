import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import type { ToCopy } from '@/features/visit/field';
import { goBack } from '@/platform/navigate';
import { FieldPage, type Field } from '../field-page';
import { CopyDown } from './copy-down';

const kindLabels: Record<ToCopy['kind'], string> = { card: '联系卡', ticket: '求助数字' };

export default function DigitsPage() {
  return <FieldPage title="抄数字">{(field) => <Digits field={field} />}</FieldPage>;
}

/**
 * What was on the screen when the app was closed before she had copied it. Of several she says whose: nobody sees the
 * digits of another, and no second tap says of these that they are copied.
 */
function Digits({ field }: { field: Field }) {
  const { toCopy } = field;
  const [code, setCode] = useState(toCopy.length === 1 ? toCopy[0]?.code : undefined);
  const chosen = toCopy.find((one) => one.code === code);
  const away = () => setCode(undefined);
  if (chosen)
    return (
      <>
        <CopyDown field={field} of={chosen} onDone={away} />
        {toCopy.length > 1 && (
          <Button look="text" onTap={away}>
            先抄别人的
          </Button>
        )}
      </>
    );
  if (toCopy.length === 0)
    return (
      <>
        <Text>没有要抄的数字了。</Text>
        <Button onTap={goBack}>好了</Button>
      </>
    );
  return (
    <>
      <Text>{`还有 ${toCopy.length} 组没抄。谁在身边，就点谁。`}</Text>
      {toCopy.map((one) => (
        <Cell
          key={one.code}
          title={one.name || '不在名单上了'}
          facts={[kindLabels[one.kind]]}
          onTap={() => setCode(one.code)}
        />
      ))}
    </>
  );
}
