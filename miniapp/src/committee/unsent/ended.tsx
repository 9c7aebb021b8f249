import { dayInWords } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { EndedFact } from '@/features/visit/field';
import type { Field } from '../field-page';
import { factLabels } from './fact-words';

/** Of a ticket that had no words of its own: an older version wrote it. */
const voidDigits = (type: EndedFact['type']): string =>
  type === 'ticket_asked' ? '她抄的求助数字查不到，要帮助请她重新求助。' : '';

const whatOf = ({ type, name, day, isDraft }: EndedFact): string =>
  isDraft
    ? `${name}不在您的名单上了。${dayInWords(day)}没记完的走访没有留下。`
    : `${name}结束了联系。${dayInWords(day)}的${factLabels[type]}没有写进去。${voidDigits(type)}`;

interface Props {
  field: Field;
  ended: readonly EndedFact[];
}

/** Her word wins: nothing of it is kept but this line. */
export const Ended = ({ field, ended }: Props) => (
  <>
    {ended.map((one) => (
      <Note key={one.id} title={whatOf(one)}>
        <Button look="second" onTap={() => field.dismissEnded(one.id)}>
          知道了
        </Button>
      </Note>
    ))}
  </>
);
