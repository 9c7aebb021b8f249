import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import type { PutRight, RefusedFact, ToCopy } from '@/features/visit/field';
import { CopyDown } from '../digits/copy-down';
import type { Field } from '../field-page';
import { factInWords, factLabels } from './fact-words';
import { PutRightSheet } from './put-right-sheet';

interface Props {
  field: Field;
  refused: RefusedFact;
}

/** Why the service did not take it, and the two ways out: put it right or take it back. */
export function RefusedOne({ field, refused: { fact, message } }: Props) {
  const [doing, setDoing] = useState<'put_right' | 'take_back'>();
  const [why, setWhy] = useState<string>();
  const [toCopy, setToCopy] = useState<ToCopy>();
  const lines = factInWords(fact, field).filter(Boolean);
  const putRight = (change: PutRight) => {
    const saved = field.putRight(fact.id, change);
    if (!saved.kept) return setWhy(saved.why);
    setDoing(undefined);
    if (!saved.newCode) return;
    const kind = fact.type === 'link_made' ? 'card' : 'ticket';
    setToCopy({ kind, name: lines[0] ?? '', code: saved.newCode });
  };
  const takeBack = () => {
    const saved = field.takeBack(fact.id);
    if (!saved.kept) setWhy(saved.why);
  };
  const copied = (code: string) => {
    field.hasCopied(code);
    setToCopy(undefined);
  };

  if (toCopy) return <CopyDown of={toCopy} onDone={() => copied(toCopy.code)} />;
  return (
    <Card>
      <Heading level={3}>{factLabels[fact.type]}</Heading>
      {lines.map((line) => (
        <Text key={line} className="written">
          {line}
        </Text>
      ))}
      <Note tone="error" title={message} />
      {why && <Note tone="error" title={why} />}
      <Button look="second" onTap={() => setDoing('put_right')}>
        改一改再传
      </Button>
      {doing === 'take_back' ? (
        <Button look="danger" onTap={takeBack}>
          确定不要了
        </Button>
      ) : (
        <Button look="text" onTap={() => setDoing('take_back')}>
          不要了
        </Button>
      )}
      {doing === 'put_right' && (
        <PutRightSheet
          field={field}
          fact={fact}
          onPutRight={putRight}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Card>
  );
}
