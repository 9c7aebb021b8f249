import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { ToCopy } from '@/features/visit/field';
import { goBack } from '@/platform/navigate';
import { CopyDown } from '../digits/copy-down';
import { draftNames } from '@/features/visit/drafts';
import { FieldPage, type Field } from '../field-page';
import { anEmptyLink, type LinkDraft } from './link-draft';
import { LinkForm } from './link-form';

export default function LinkPage() {
  return <FieldPage title="加联系户">{(field) => <Link field={field} />}</FieldPage>;
}

function Link({ field }: { field: Field }) {
  const [begun] = useState(() => field.draft<LinkDraft>(draftNames.link) ?? anEmptyLink);
  // Kept already: the app was ended before the draft went, or another phone was quicker.
  const [left] = useState(() =>
    field.women.find((one) => one.id === begun.id || one.ledgerEntryId === begun.ledgerEntryId),
  );
  const [card, setCard] = useState<ToCopy>();
  useEffect(() => {
    if (left) field.dropDraft(draftNames.link);
  }, [left]);
  if (card) return <CopyDown field={field} of={card} onDone={goBack} />;
  if (left)
    return (
      <Note tone="ok" title={`${left.name}已经在名单上了。`}>
        <Button onTap={goBack}>好了</Button>
      </Note>
    );
  return <LinkForm field={field} begun={begun} onAdded={setCard} />;
}
