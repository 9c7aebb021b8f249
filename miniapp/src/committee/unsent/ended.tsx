import { dayInWords, type FieldFact } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { EndedFact } from '@/features/visit/field';
import type { Field } from '../field-page';
import { factLabels } from './fact-words';

const whatOf = (type: FieldFact['type'], name: string, day: string): string =>
  `${name}结束了联系。${dayInWords(day)}的${factLabels[type]}没有写进去。`;

interface Props {
  field: Field;
  ended: readonly EndedFact[];
}

/** Her word wins: nothing of it is kept but this line. */
export const Ended = ({ field, ended }: Props) => (
  <>
    {ended.map(({ id, type, name, day }) => (
      <Note key={id} title={whatOf(type, name, day)}>
        <Button look="second" onTap={() => field.dismissEnded(id)}>
          知道了
        </Button>
      </Note>
    ))}
  </>
);
