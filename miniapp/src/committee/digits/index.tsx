import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { goBack } from '@/platform/navigate';
import { FieldPage, type Field } from '../field-page';
import { CopyDown } from './copy-down';

export default function DigitsPage() {
  return <FieldPage title="抄数字">{(field) => <Digits field={field} />}</FieldPage>;
}

/** What was on the screen when the app was closed before she had copied it. */
function Digits({ field }: { field: Field }) {
  const [next] = field.toCopy;
  if (!next)
    return (
      <>
        <Text>没有要抄的数字了。</Text>
        <Button onTap={goBack}>好了</Button>
      </>
    );
  return <CopyDown of={next} onDone={() => field.hasCopied(next.code)} />;
}
