import type { FieldFact } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import type { Disk } from '@/platform/disk';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { codeOf } from './digits-to-copy';
import type { ToCopy } from './field';
import { Outbox } from './outbox';

/** Raised whenever what is stored looks different; every older shape keeps its way up below. */
const storedShape = 3;

interface Stored {
  disk: Disk;
  prefix: string;
  records: SealedRecords;
  chance: Chance;
}

/** Written whenever the store opens; gone once it was wiped. */
export const shapePlace = (prefix: string): string => `${prefix}shape`;

/** Brings what an older version stored into today's shape. `newer` is left as it is. */
export function upgrade(stored: Stored): 'ready' | 'newer' {
  const { disk, prefix } = stored;
  const key = shapePlace(prefix);
  const shape = Number(disk.read(key) ?? storedShape);
  if (!(shape <= storedShape)) return 'newer';
  if (shape <= 1) fromOne(stored);
  if (shape <= 2) fromTwo(stored);
  if (disk.read(key) !== String(storedShape)) disk.write(key, String(storedShape));
  return 'ready';
}

/** Once all that waited stood in one record `outbox`, without the moment of each. */
function fromOne({ records, chance }: Stored): void {
  const waiting = readableAs<One>(records, 'outbox');
  if (!waiting) return;
  const outbox = new Outbox(records, chance);
  const moved = new Set(outbox.all().map(({ fact }) => fact.id));
  for (const fact of waiting.facts)
    if (!moved.has(fact.id)) outbox.add({ facts: [fact], drops: [], at: waiting.savedAt });
  records.remove('outbox');
}

/** Once the digits to copy down were a draft, written after the act; those of no draft were copied down by then. */
function fromTwo({ records, chance }: Stored): void {
  if (!records.names('digits').includes('digits')) {
    const left = readableAs<ToCopy[]>(records, oldDigits) ?? [];
    const isLeft = (code: string) => left.some((one) => one.code === code);
    const waiting = new Outbox(records, chance).all().flatMap(({ fact }) => codeOf(fact) ?? []);
    records.put('digits', { left, copied: waiting.filter((code) => !isLeft(code)) });
  }
  records.remove(oldDigits);
}

const oldDigits = 'draft/digits';

interface One {
  facts: FieldFact[];
  savedAt: number;
}

function readableAs<T>(records: SealedRecords, name: string): T | undefined {
  try {
    return records.get<T>(name);
  } catch (fault) {
    if (fault instanceof Unreadable) return undefined;
    throw fault;
  }
}
