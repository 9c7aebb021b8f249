import { useRef, type ReactNode } from 'react';
import { Text } from '@tarojs/components';
import type { FieldFact } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field as TextField } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import type { PutRight } from '@/features/visit/field';
import type { Field } from '../field-page';
import { LinkPart, VisitPart } from './put-right-parts';

interface Props {
  field: Field;
  fact: FieldFact;
  /** Why it was not kept. */
  why?: string;
  onPutRight: (change: PutRight) => void;
  onClose: () => void;
}

/** What may be changed of a fact; sent again as a new one, so that nothing that was written is changed. */
export function PutRightSheet({ field, fact, why, onPutRight, onClose }: Props) {
  const change = useRef<PutRight>({});
  const put = (part: PutRight) => {
    change.current = { ...change.current, ...part };
  };
  return (
    <Sheet title="改一改再传" onClose={onClose}>
      {partOf(fact, field, put)}
      {why && <Note tone="error" title={why} />}
      <Button onTap={() => onPutRight(change.current)}>存好再传</Button>
    </Sheet>
  );
}

function partOf(fact: FieldFact, field: Field, put: (part: PutRight) => void): ReactNode {
  if (fact.type === 'visit_made') return <VisitPart field={field} fact={fact} put={put} />;
  if (fact.type === 'link_made') return <LinkPart field={field} fact={fact} put={put} />;
  if (fact.type === 'ticket_asked')
    return (
      <TextField
        label="她的电话"
        optional
        kind="phone"
        initial={fact.phone}
        onText={(phone) => put({ phone: phone.trim() || undefined })}
      />
    );
  return <Text>这一条没有要改的，存好再传一次。</Text>;
}
