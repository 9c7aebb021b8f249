import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { sensitiveFields, type LedgerEntry } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';
import { showPart } from '@/platform/show-part';
import { draftNames } from '../drafts';
import type { Field } from '../field-page';
import type { LinkDraft } from '../link/link-draft';
import { Openings } from './openings';
import { SensitivePart } from './sensitive-part';

interface Props {
  field: Field;
  entry: LedgerEntry;
  onBack: () => void;
}

const top = 'ledger-entry';

/** One woman of the ledger: what is plain, and what opens one field at a time. */
export function Entry({ field, entry: first, onBack }: Props) {
  const [entry, setEntry] = useState(first);
  const [looks, setLooks] = useState(0);
  useEffect(() => showPart(top), []);
  const { id, name, phone, address } = entry;
  const woman = field.women.find(({ ledgerEntryId }) => ledgerEntryId === id);
  return (
    <>
      <View id={top}>
        <Button look="text" onTap={onBack}>
          回到台账
        </Button>
      </View>
      <Heading>{name}</Heading>
      <Facts
        facts={[
          { name: '电话', words: phone ?? '没有留' },
          { name: '住址', words: address ?? '没有留' },
        ]}
      />
      {woman ? (
        <Button look="second" onTap={() => goTo('/committee/woman/index', { id: woman.id })}>
          看走访
        </Button>
      ) : (
        <ToMyList field={field} entry={entry} />
      )}
      <Note title="下面的内容看一次记一次：谁看的、什么时候看的。办事要用才看。" />
      {sensitiveFields.map((each) => (
        <SensitivePart
          key={each}
          entry={entry}
          field={each}
          onOpened={() => setLooks(looks + 1)}
          onWritten={setEntry}
        />
      ))}
      <Openings key={looks} entryId={id} />
    </>
  );
}

/** She is asked for her consent there as anybody else. */
function ToMyList({ field, entry }: Pick<Props, 'field' | 'entry'>) {
  const { id, gridId, householdId, name, phone, address } = entry;
  const [why, setWhy] = useState<string>();
  const begin = () => {
    const draft: LinkDraft = {
      gridId,
      ledgerEntryId: id,
      householdId: householdId ?? undefined,
      name,
      phone: phone ?? '',
      address: address ?? '',
    };
    const saved = field.saveDraft(draftNames.link, draft);
    if (saved.kept) goTo('/committee/link/index');
    else setWhy(saved.why);
  };
  return (
    <>
      {why && <Note tone="error" title={why} />}
      <Button look="second" onTap={begin}>
        加联系户
      </Button>
    </>
  );
}
