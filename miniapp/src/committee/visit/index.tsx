import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { usePageQuery } from '@/platform/navigate';
import { draftNames } from '../drafts';
import { FieldPage, type Field } from '../field-page';
import { SavedVisit } from './saved-visit';
import { anEmptyVisit, type VisitDraft } from './visit-draft';
import { VisitForm } from './visit-form';

export default function VisitPage() {
  return <FieldPage title="记走访">{(field) => <Visit field={field} />}</FieldPage>;
}

/** Goes on with what she began, unless that was about somebody else: then she says which first. */
function Visit({ field }: { field: Field }) {
  const isHers = (id: string | undefined) => field.women.some((woman) => woman.id === id);
  const { linkId } = usePageQuery();
  const [begun, setBegun] = useState(() => field.draft<VisitDraft>(draftNames.visit));
  const [goesOn, setGoesOn] = useState(false);
  // Kept already: the app was ended before the draft went.
  const [left] = useState(() => field.visits.find(({ id }) => id === begun?.id)?.id);
  const [savedId, setSavedId] = useState(left);
  useEffect(() => {
    if (left) field.dropDraft(draftNames.visit);
  }, [left]);
  const drop = () => {
    field.dropDraft(draftNames.visit);
    setBegun(undefined);
  };

  if (savedId) return <SavedVisit field={field} visitId={savedId} />;
  const isOther = Boolean(linkId && begun?.linkId && begun.linkId !== linkId);
  if (isOther && !goesOn) {
    const name = field.women.find(({ id }) => id === begun?.linkId)?.name ?? '另一位';
    return (
      <Note tone="warn" title={`${name}的走访还没记完。`}>
        <Button onTap={() => setGoesOn(true)}>接着记</Button>
        <Button look="second" onTap={drop}>
          那次不记了
        </Button>
      </Note>
    );
  }
  const empty = anEmptyVisit(field.today, linkId);
  const initial = begun
    ? { ...begun, linkId: isHers(begun.linkId) ? begun.linkId : linkId }
    : empty;
  return <VisitForm field={field} begun={initial} onSaved={setSavedId} />;
}
