import { useState } from 'react';
import type { LedgerEntry } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';
import { draftNames } from '@/features/visit/drafts';
import type { Field } from '../field-page';
import { fromLedger, type LinkDraft } from '../link/link-draft';

const toForm = () => goTo('/committee/link/index');

/** She is asked for her consent there as anybody else. Whoever was begun before is not written over unasked. */
export function ToMyList({ field, entry }: { field: Field; entry: LedgerEntry }) {
  const [why, setWhy] = useState<string>();
  const [other, setOther] = useState<LinkDraft>();
  const begin = () => {
    const saved = field.saveDraft(draftNames.link, fromLedger(entry));
    if (!saved.kept) return setWhy(saved.why);
    setOther(undefined);
    toForm();
  };
  const add = () => {
    const begun = field.draft<LinkDraft>(draftNames.link);
    if (begun?.ledgerEntryId === entry.id) toForm();
    else if (begun) setOther(begun);
    else begin();
  };
  return (
    <>
      {why && <Note tone="error" title={why} />}
      {other ? (
        <Note tone="warn" title={`${other.name.trim() || '另一位'}还没加完。`}>
          <Button onTap={toForm}>接着加</Button>
          <Button look="second" onTap={begin}>
            那位不加了
          </Button>
        </Note>
      ) : (
        <Button look="second" onTap={add}>
          加联系户
        </Button>
      )}
    </>
  );
}
