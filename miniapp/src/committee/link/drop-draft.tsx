import { useState } from 'react';
import { Button } from '@/components/button';
import { goBack } from '@/platform/navigate';
import { draftNames } from '@/features/visit/drafts';
import type { Field } from '../field-page';

/** What she began goes only after asking once. */
export function DropDraft({ field }: { field: Field }) {
  const [asks, setAsks] = useState(false);
  const drop = () => {
    field.dropDraft(draftNames.link);
    goBack();
  };
  return asks ? (
    <Button look="danger" onTap={drop}>
      确定不加了
    </Button>
  ) : (
    <Button look="text" onTap={() => setAsks(true)}>
      这位不加了
    </Button>
  );
}
