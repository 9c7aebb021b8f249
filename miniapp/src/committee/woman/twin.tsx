import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';
import type { Field } from '../field-page';

/** Somebody of the same grid who may be the same: a hint, with the way to her. */
export function Twin({ field, entryId }: { field: Field; entryId: string }) {
  const twin = field.women.find(({ ledgerEntryId }) => ledgerEntryId === entryId);
  const look = () =>
    twin
      ? goTo('/committee/woman/index', { id: twin.id })
      : goTo('/committee/ledger/index', { id: entryId });
  return (
    <Note tone="warn" title="台账里可能已经有她了。名字或电话一样，对一对。">
      <Button look="second" onTap={look}>
        {twin ? `看${twin.name}` : '看台账里的'}
      </Button>
    </Note>
  );
}
