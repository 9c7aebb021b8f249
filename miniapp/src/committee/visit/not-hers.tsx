import { useEffect } from 'react';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { draftNames } from '@/features/visit/drafts';
import { goBack } from '@/platform/navigate';
import type { Field } from '../field-page';

/** She ended the link, or it was handed over: what was begun about her is nobody else's and does not stay. */
export function NotHers({ field }: { field: Field }) {
  const hasList = field.syncedAt !== null;
  useEffect(() => {
    if (hasList) field.dropDraft(draftNames.visit);
  }, [hasList]);
  const title = hasList
    ? '她不在您的名单上了。没记完的走访没有留下。'
    : '手机里没有名单。连上网更新一次，再接着记。';
  return (
    <Note tone="warn" title={title}>
      <Button onTap={goBack}>好了</Button>
    </Note>
  );
}
