import { useState } from 'react';
import { Text } from '@tarojs/components';
import { ledgerEndpoints, type LedgerEntry } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Choice } from '@/components/choice';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { usePageQuery } from '@/platform/navigate';
import { useList } from '@/platform/use-list';
import { FieldPage, type Field } from '../field-page';
import { Entry } from './entry';

export default function LedgerPage() {
  return <FieldPage title="台账">{(field) => <Ledger field={field} />}</FieldPage>;
}

/** Of her own grids, and only with a network: it never stands on the phone. */
function Ledger({ field }: { field: Field }) {
  const { grids } = field;
  const [gridId, setGridId] = useState<string>();
  const { id: asked } = usePageQuery();
  const [open, setOpen] = useState<LedgerEntry>();
  const entries = useList(ledgerEndpoints.entries, { query: { gridId } });
  const close = () => {
    setOpen(undefined);
    entries.again();
  };

  if (open) return <Entry field={field} entry={open} onBack={close} />;
  return (
    <>
      <Text className="note">这里不存在手机上，要联网看。身体、困难这些，点一项才开一项。</Text>
      {grids.length > 1 && (
        <Choice
          label="哪个网格"
          options={[
            { value: '', label: '都看' },
            ...grids.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={gridId ?? ''}
          onChoose={(id) => setGridId(id || undefined)}
        />
      )}
      <PageState
        query={entries}
        isEmpty={(all) => all.length === 0}
        empty={<Note title="台账里还没有人。加联系户的时候，会一起记进来。" />}
      >
        {(all) =>
          asFirst(all, asked).map((entry) => (
            <Cell
              key={entry.id}
              title={entry.name}
              facts={factsOf(entry, field)}
              onTap={() => setOpen(entry)}
            />
          ))
        }
      </PageState>
      <More of={entries} />
    </>
  );
}

/** Whom she came to look at stands on top. */
const asFirst = (all: readonly LedgerEntry[], id: string | undefined) => [
  ...all.filter((entry) => entry.id === id),
  ...all.filter((entry) => entry.id !== id),
];

function factsOf({ id, gridId, address, holds }: LedgerEntry, { grids, women }: Field): string[] {
  const grid = grids.length > 1 ? grids.find((each) => each.id === gridId)?.name : undefined;
  const isHers = women.some(({ ledgerEntryId }) => ledgerEntryId === id);
  return [
    ...[address, grid].filter((fact): fact is string => Boolean(fact)),
    ...(isHers ? ['您的联系户'] : []),
    ...(holds.length > 0 ? [`${holds.length} 项要点开看`] : []),
  ];
}
