import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { ledgerEndpoints, type CorrectEntry, type LedgerEntry } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { faultsAmong } from '@/features/edit/faults';
import { differing } from '@/features/edit/parts';
import { SavePart } from '@/features/edit/save-part';
import { useRefused, useSaving } from '@/features/edit/use-saving';
import { showPart } from '@/platform/show-part';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import type { Field } from '../field-page';
import { ContactPart } from '../link/contact-part';
import { fromLedger, whyNotContact, type LinkDraft } from '../link/link-draft';

const top = 'correct-entry';
const labels = { name: '姓名', phone: '电话', address: '住址', householdId: '和谁一家' };

interface Props {
  field: Field;
  entryId: string;
  onCorrected?: (entry: LedgerEntry) => void;
  onBack: () => void;
}

/** What was written wrong of somebody in the ledger: only with a network, over what stands there now. */
export function CorrectEntryPart({ field, entryId, onCorrected, onBack }: Props) {
  const read = useQuery(ledgerEndpoints.one, { params: { id: entryId } });
  const [round, setRound] = useState(0);
  const [done, setDone] = useState(false);
  const isListed = field.women.some(({ ledgerEntryId }) => ledgerEntryId === entryId);
  const [wasListed] = useState(isListed);
  useEffect(() => showPart(top), []);
  const corrected = (entry: LedgerEntry) => {
    setDone(true);
    onCorrected?.(entry);
    void field.syncNow();
  };
  if (done)
    return (
      <Note tone="ok" title="改好了。">
        <Button onTap={onBack}>好了</Button>
      </Note>
    );
  return (
    <>
      <View id={top}>
        <Heading>改姓名、电话</Heading>
      </View>
      {wasListed && !isListed && (
        <Note tone="warn" title="这一位不在您的名单上了，您填的都还在。">
          <Text>照样点“保存”。存不上，就抄下来告诉接手的人。</Text>
        </Note>
      )}
      <PageState query={read}>
        {(newest) => (
          <CorrectForm
            key={round}
            field={field}
            newest={newest}
            onConflict={read.again}
            onStartOver={() => setRound(round + 1)}
            onCorrected={corrected}
          />
        )}
      </PageState>
      <Button look="text" onTap={onBack}>
        不改了
      </Button>
    </>
  );
}

interface FormProps {
  field: Field;
  newest: LedgerEntry;
  onConflict: () => void;
  onStartOver: () => void;
  onCorrected: (entry: LedgerEntry) => void;
}

function CorrectForm({ field, newest, onConflict, onStartOver, onCorrected }: FormProps) {
  const [typed, setTyped] = useState(() => typedFrom(newest));
  const { send, busy, fault } = useSend(ledgerEndpoints.correct);
  const { save, hear, faults, changed } = useSaving({
    newest,
    faultsOf: (draft: LinkDraft) => faultsAmong({ ...whyNotContact(draft) }),
    changedParts: (before, now) => differing(before, now, labels),
    keep: (draft, { id, version }) =>
      send({ params: { id }, body: { ...wordsOf(draft), version } }),
    onConflict,
  });
  useRefused(fault, hear);
  const others = field.women.filter(({ ledgerEntryId }) => ledgerEntryId !== newest.id);
  // Others may live in the household that has the name of her entry: alone, she gets another.
  const alone = (part: Partial<LinkDraft>) =>
    'householdId' in part && !part.householdId ? { householdId: field.newId() } : {};
  const put = (part: Partial<LinkDraft>) =>
    setTyped((before) => ({ ...before, ...part, ...alone(part) }));
  const keepMine = async () => {
    const kept = await save(typed);
    if (kept) onCorrected(kept);
  };

  return (
    <>
      <ContactPart grids={[]} women={others} draft={typed} faults={faults} put={put} />
      <SavePart
        changed={changed}
        fault={fault}
        onKeepMine={() => void keepMine()}
        onTakeNewest={onStartOver}
      >
        <Button busy={busy} onTap={() => void keepMine()}>
          保存
        </Button>
      </SavePart>
    </>
  );
}

const typedFrom = (entry: LedgerEntry): LinkDraft => ({
  ...fromLedger(entry),
  householdId: entry.householdId ?? entry.id,
});

const wordsOf = (draft: LinkDraft): Omit<CorrectEntry, 'version'> => ({
  name: draft.name.trim(),
  phone: draft.phone.trim() || null,
  address: draft.address.trim() || null,
  householdId: draft.householdId === draft.ledgerEntryId ? null : (draft.householdId ?? null),
});
