import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { goBack } from '@/platform/navigate';
import { FieldPage, type Field } from '../field-page';
import { CopyDown } from './copy-down';
import { digitsToCopy, hasCopied } from './to-copy';

export default function DigitsPage() {
  return <FieldPage title="抄数字">{(field) => <Digits field={field} />}</FieldPage>;
}

/** What was on the screen when the app was closed before she had copied it. */
function Digits({ field }: { field: Field }) {
  const [, setDone] = useState(0);
  const [next] = digitsToCopy(field);
  if (!next)
    return (
      <>
        <Text>没有要抄的数字了。</Text>
        <Button onTap={goBack}>好了</Button>
      </>
    );
  const finish = () => {
    hasCopied(field, next.code);
    setDone((count) => count + 1);
  };
  return <CopyDown of={next} onDone={finish} />;
}
