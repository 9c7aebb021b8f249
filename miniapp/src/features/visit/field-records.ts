import type { RefusalCode, SealingKey } from '@niangjia/shared';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { anEmptyCopy, type Copy } from './copy';
import type { Digits } from './digits-to-copy';
import type { EndedFact } from './field';
import type { KnownTime } from './phone-clock';

/** Why the service said no to a fact. */
export interface Said {
  code: RefusalCode;
  message: string;
}

/** What is stored beside the outbox, and what stands for each while it is not there. */
interface Values {
  copy: Copy & { syncedAt: number | null };
  said: Record<string, Said>;
  ended: EndedFact[];
  clock: KnownTime;
  digits: Digits;
  sealing: (SealingKey & { fetchedAt: number }) | null;
}

const empty = (): Values => ({
  copy: { ...anEmptyCopy(), syncedAt: null },
  said: {},
  ended: [],
  clock: { offsetMs: 0 },
  digits: { left: [], copied: [] },
  sealing: null,
});

/**
 * Small values over the encrypted records, read once. Nearly all of them can be had again from the service: so one
 * that does not open counts as not there.
 */
export class FieldRecords {
  private known: Partial<Values> = {};

  constructor(private readonly records: SealedRecords) {}

  get<Name extends keyof Values>(name: Name): Values[Name] {
    return (this.known[name] ??= this.read(name));
  }

  /** Throws `StorageFull`; then nothing was changed. */
  put<Name extends keyof Values>(name: Name, value: Values[Name]): void {
    this.records.put(name, value);
    this.known[name] = value;
  }

  forget(name: keyof Values): void {
    this.records.remove(name);
    delete this.known[name];
  }

  /** Looks again at what is stored: another open page may have written. */
  reload(): void {
    this.known = {};
  }

  private read<Name extends keyof Values>(name: Name): Values[Name] {
    try {
      return this.records.get<Values[Name]>(name) ?? empty()[name];
    } catch (fault) {
      if (fault instanceof Unreadable) return empty()[name];
      throw fault;
    }
  }
}
