import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { usePageQuery } from '@/platform/navigate';
import { draftNames } from '@/features/visit/drafts';
import { FieldPage, type Field } from '../field-page';
import { SavedVisit } from './saved-visit';
import { anEmptyVisit, type VisitDraft } from './visit-draft';
import { VisitForm } from './visit-form';

export default function VisitPage() {
  return <FieldPage title="记走访">{(field) => <Visit field={field} />}</FieldPage>;
}

/** Goes on with what she began, unless that was about somebody else: then she says which first. */
function Visit({ field }: { field: Field }) {
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
  const other = field.women.find(({ id }) => id === begun?.linkId);
  if (isOther && other && !goesOn)
    return (
      <Note tone="warn" title={`${other.name}的走访还没记完。`}>
        <Button onTap={() => setGoesOn(true)}>接着记</Button>
        <Button look="second" onTap={drop}>
          那次不记了
        </Button>
      </Note>
    );
  // Until she has written anything the day follows today, also when a sync puts the clock right.
  const kept = begun ?? field.draft<VisitDraft>(draftNames.visit);
  const empty = anEmptyVisit(field.today, linkId);
  const initial = kept ? { ...kept, linkId: kept.linkId ?? linkId } : empty;
  return <VisitForm key={field.today} field={field} begun={initial} onSaved={setSavedId} />;
}
