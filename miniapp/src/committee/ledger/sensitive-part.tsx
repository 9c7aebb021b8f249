import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  ledgerEndpoints,
  sensitiveFieldLabels,
  type LedgerEntry,
  type OpenedField,
  type SensitiveField,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { FaultNote } from '@/features/account/fault-note';
import { useSend } from '@/platform/use-send';
import { WriteField } from './write-field';

interface Props {
  entry: LedgerEntry;
  field: SensitiveField;
  /** It was opened, and that was logged. */
  onOpened: () => void;
  onWritten: (entry: LedgerEntry) => void;
}

/** Closed until she opens it; what she then reads stands nowhere but on the screen. */
export function SensitivePart({ entry, field, onOpened, onWritten }: Props) {
  const { send, busy, fault } = useSend(ledgerEndpoints.open);
  const [opened, setOpened] = useState<OpenedField>();
  const [writing, setWriting] = useState(false);
  const label = sensitiveFieldLabels[field];
  const holds = entry.holds.includes(field);
  const open = async () => {
    const reply = await send({ params: { id: entry.id }, body: { field } });
    if (!reply) return;
    setOpened(reply);
    onOpened();
  };
  const written = (newest: LedgerEntry) => {
    setWriting(false);
    setOpened(undefined);
    onWritten(newest);
  };

  return (
    <Card>
      <Heading level={3}>{label}</Heading>
      {!holds && !opened && <Text className="note">没有记。</Text>}
      {opened && <Text className="written selectable">{opened.text ?? '没有记。'}</Text>}
      <FaultNote fault={fault} />
      {holds && !opened && (
        <Button
          look="second"
          spoken={`打开${label}，会记下来`}
          busy={busy}
          busyText="正在打开"
          onTap={() => void open()}
        >
          打开看
        </Button>
      )}
      {(opened ?? !holds) && !writing && (
        <Button look="text" spoken={`写${label}`} onTap={() => setWriting(true)}>
          {holds ? '改一改' : '写一写'}
        </Button>
      )}
      {writing && (
        <WriteField
          entryId={entry.id}
          field={field}
          initial={opened?.text ?? ''}
          version={opened?.version ?? entry.fieldVersions[field]}
          opening={busy}
          onOpenNewest={() => void open()}
          onTakeNewest={() => setWriting(false)}
          onWritten={written}
        />
      )}
    </Card>
  );
}
