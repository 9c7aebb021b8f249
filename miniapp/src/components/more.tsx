import type { List } from '@/platform/use-list';
import { Button } from './button';
import { whyNotRead } from './page-state';
import { Wrong } from './wrong';

interface Props {
  of: Pick<List<unknown>, 'more' | 'moreFault' | 'step' | 'busy'>;
}

/** The next page of a list, by a tap: no list grows by itself while she reads. */
export function More({ of: { more, moreFault, step, busy } }: Props) {
  if (!more) return null;
  const words = step ? `再看 ${step} 个` : '再看一些';
  return (
    <>
      <Wrong words={moreFault && whyNotRead(moreFault)} />
      <Button look="second" busy={busy} busyText="正在打开" onTap={more}>
        {moreFault ? '再试一次' : words}
      </Button>
    </>
  );
}
