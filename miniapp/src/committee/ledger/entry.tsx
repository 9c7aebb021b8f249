import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { sensitiveFields, type LedgerEntry } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';
import { showPart } from '@/platform/show-part';
import type { Field } from '../field-page';
import { CorrectEntryPart } from './correct-entry';
import { Openings } from './openings';
import { SensitivePart } from './sensitive-part';
import { ToMyList } from './to-my-list';

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
  const [correcting, setCorrecting] = useState(false);
  useEffect(() => showPart(top), []);
  const { id, name, phone, address } = entry;
  const woman = field.women.find(({ ledgerEntryId }) => ledgerEntryId === id);
  if (correcting)
    return (
      <CorrectEntryPart
        field={field}
        entryId={id}
        onCorrected={setEntry}
        onBack={() => setCorrecting(false)}
      />
    );
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
      <Button look="text" onTap={() => setCorrecting(true)}>
        改姓名、电话
      </Button>
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
