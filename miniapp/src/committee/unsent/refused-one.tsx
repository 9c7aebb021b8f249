import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { FieldFact } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import type { PutRight, RefusedFact, ToCopy } from '@/features/visit/field';
import type { Field } from '../field-page';
import { factInWords, factLabels } from './fact-words';
import { PutRightSheet } from './put-right-sheet';

interface Props {
  field: Field;
  refused: RefusedFact;
  /** Its digits were taken: others are to be copied down. By then this one is gone from the list. */
  onNewDigits: (toCopy: ToCopy) => void;
}

const voidDigits = '她要是抄过求助数字，就查不到了。请告诉她，要帮助重新求助。';

const losesDigits = (fact: FieldFact): boolean =>
  fact.type === 'ticket_asked' || (fact.type === 'visit_made' && fact.needs.length > 0);

/** Why the service did not take it, and the two ways out: put it right or take it back. */
export function RefusedOne({ field, refused: { fact, message }, onNewDigits }: Props) {
  const [doing, setDoing] = useState<'put_right' | 'take_back'>();
  const [why, setWhy] = useState<string>();
  const begin = (what: typeof doing) => {
    setWhy(undefined);
    setDoing(what);
  };
  const lines = factInWords(fact, field).filter(Boolean);
  const putRight = (change: PutRight) => {
    const saved = field.putRight(fact.id, change);
    if (!saved.kept) return setWhy(saved.why);
    setDoing(undefined);
    if (!saved.newCode) return;
    const kind = fact.type === 'link_made' ? 'card' : 'ticket';
    onNewDigits({ kind, name: lines[0] ?? '', code: saved.newCode });
  };
  const takeBack = () => {
    const saved = field.takeBack(fact.id);
    if (!saved.kept) setWhy(saved.why);
  };

  return (
    <Card>
      <Heading level={3}>{factLabels[fact.type]}</Heading>
      {lines.map((line) => (
        <Text key={line} className="written">
          {line}
        </Text>
      ))}
      <Note tone="error" title={message} />
      {why && doing !== 'put_right' && <Note tone="error" title={why} />}
      <Button look="second" onTap={() => begin('put_right')}>
        改一改再传
      </Button>
      {doing === 'take_back' ? (
        <>
          {losesDigits(fact) && <Note tone="warn" title={voidDigits} />}
          <Button look="danger" onTap={takeBack}>
            确定不要了
          </Button>
        </>
      ) : (
        <Button look="text" onTap={() => begin('take_back')}>
          不要了
        </Button>
      )}
      {doing === 'put_right' && (
        <PutRightSheet
          field={field}
          fact={fact}
          why={why}
          onPutRight={putRight}
          onClose={() => begin(undefined)}
        />
      )}
    </Card>
  );
}
