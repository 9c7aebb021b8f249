import type { FieldFact } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import type { Disk } from '@/platform/disk';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { Outbox } from './outbox';

/** Raised whenever what is stored looks different; every older shape keeps its way up below. */
const storedShape = 2;

interface Stored {
  disk: Disk;
  prefix: string;
  records: SealedRecords;
  chance: Chance;
}

/** Brings what an older version stored into today's shape. `newer` is left as it is. */
export function upgrade(stored: Stored): 'ready' | 'newer' {
  const { disk, prefix } = stored;
  const key = `${prefix}shape`;
  const shape = Number(disk.read(key) ?? storedShape);
  if (!(shape <= storedShape)) return 'newer';
  if (shape === 1) fromOne(stored);
  if (disk.read(key) !== String(storedShape)) disk.write(key, String(storedShape));
  return 'ready';
}

/** Once all that waited stood in one record `outbox`, without the moment of each. */
function fromOne({ records, chance }: Stored): void {
  const waiting = readable(records);
  if (!waiting) return;
  const outbox = new Outbox(records, chance);
  const moved = new Set(outbox.all().map(({ fact }) => fact.id));
  for (const fact of waiting.facts)
    if (!moved.has(fact.id)) outbox.add({ facts: [fact], drops: [], at: waiting.savedAt });
  records.remove('outbox');
}

interface One {
  facts: FieldFact[];
  savedAt: number;
}

function readable(records: SealedRecords): One | undefined {
  try {
    return records.get<One>('outbox');
  } catch (fault) {
    if (fault instanceof Unreadable) return undefined;
    throw fault;
  }
}
