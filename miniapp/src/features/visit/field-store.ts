import { type Day, dayOf, type FieldFact, type SealingKey, tasksOf } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import { type Disk, StorageFull } from '@/platform/disk';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { type Copy, withFacts } from './copy';
import { codeOf, toCopy, without } from './digits-to-copy';
import type { EndedFact, FieldView } from './field';
import { FieldRecords } from './field-records';
import { ifRoom } from './if-room';
import { Outbox } from './outbox';
import { reckoned, toldByHer } from './phone-clock';
import { sealFact } from './seal-fact';
import { SealedShelf } from './sealed-shelf';
import { waitingOf } from './waiting';

export interface Phone {
  accountId: string;
  disk: Disk;
  records: SealedRecords;
  chance: Chance;
  /** The phone's own clock, Unix ms. It may be wrong by years. */
  ownClock: () => number;
  /** False once another open page of the browser signed out: what is written with the old key nobody opens. */
  isKeyInUse: () => boolean;
}

const draft = (name: string) => `draft/${name}`;

/** What an 执委 has on her phone: what she wrote, what the service said, and nothing that is not encrypted. */
export class FieldStore {
  readonly outbox: Outbox;
  readonly records: FieldRecords;
  readonly shelf: SealedShelf;

  constructor(readonly phone: Phone) {
    phone.records.sweep();
    this.outbox = new Outbox(phone.records, phone.chance);
    this.records = new FieldRecords(phone.records);
    this.shelf = new SealedShelf(phone.disk);
  }

  /** By the service's clock, as far as this phone knows it; Unix ms. */
  now(): number {
    return this.phone.ownClock() + this.clock().offsetMs;
  }

  /** By how much its own clock is wrong, as far as can be told now. */
  clock() {
    return reckoned(this.records.get('clock'), this.phone.ownClock());
  }

  /** Throws `StorageFull`. */
  sayToday(day: Day): void {
    this.records.put('clock', toldByHer(this.records.get('clock'), this.phone.ownClock(), day));
  }

  /** Another open page may have written; what it wrote is hers too. */
  reload(): void {
    this.outbox.reload();
    this.records.reload();
  }

  /**
   * Keeps an act. Throws `StorageFull`, after the older visits of the copy were given up for it: then nothing
   * else was changed.
   */
  add(facts: FieldFact[], drops: string[] = [], written = this.written()): void {
    this.makingRoom(() => this.outbox.add({ facts, drops, ...written }));
  }

  drop(ids: ReadonlySet<string>): void {
    this.outbox.drop(ids, this.phone.ownClock());
  }

  /**
   * They are with the service: their digits are kept first, so that none is lost between two writes. Throws
   * `StorageFull` when there is no room for these; then nothing was dropped.
   */
  dropStored(stored: readonly FieldFact[], ids: ReadonlySet<string>): void {
    // Another open page may have dropped some, and she may have copied their digits.
    this.reload();
    const there = this.outbox
      .all()
      .flatMap(({ fact }) => (stored.some(({ id }) => id === fact.id) ? fact : []));
    if (there.some((fact) => codeOf(fact) !== null)) {
      const before = this.records.get('digits');
      this.records.put('digits', { ...before, left: toCopy(before, there, this.shown()) });
    }
    ifRoom(() => this.drop(ids));
  }

  /** Throws `StorageFull`. */
  hasCopied(code: string): void {
    const waiting = this.outbox.all().map(({ fact }) => fact);
    this.records.put('digits', without(this.records.get('digits'), code, waiting));
  }

  /** Throws `StorageFull`. */
  saveDraft(name: string, value: unknown): void {
    this.makingRoom(() => this.phone.records.put(draft(name), value));
  }

  draft<T>(name: string): T | undefined {
    try {
      return this.phone.records.get<T>(draft(name));
    } catch (fault) {
      if (fault instanceof Unreadable) return undefined;
      throw fault;
    }
  }

  dropDraft(name: string): void {
    this.phone.records.remove(draft(name));
  }

  /** The copy of the service with what waits laid over it. */
  shown(): Copy {
    const waiting = this.outbox.all().map(({ fact }) => fact);
    const laying = { today: dayOf(this.now()), receivedAt: null };
    return withFacts(this.records.get('copy'), waiting, laying);
  }

  view(): Omit<FieldView, 'state' | 'sync'> {
    const today = dayOf(this.now());
    const shown = this.shown();
    const waiting = this.outbox.all().map(({ fact }) => fact);
    return {
      ...shown,
      today,
      dayDoubt: this.clock().doubt,
      toCopy: toCopy(this.records.get('digits'), waiting, shown),
      tasks: tasksOf(shown.women, today),
      waiting: waitingOf(this),
      ended: this.records.get('ended'),
      syncedAt: this.records.get('copy').syncedAt,
      damaged: this.outbox.damaged,
      isAlmostFull: this.phone.disk.taken() > 0.9,
    };
  }

  /** Throws `StorageFull`: then it stays in the outbox, to be told again. */
  keepCopy(copy: Copy, syncedAt = this.records.get('copy').syncedAt): void {
    try {
      this.records.put('copy', { ...copy, syncedAt });
    } catch (fault) {
      if (!(fault instanceof StorageFull)) throw fault;
      this.records.put('copy', { ...copy, visits: [], syncedAt });
    }
  }

  tellEnded(ended: readonly EndedFact[]): void {
    const known = this.records.get('ended');
    const fresh = ended.filter(({ id }) => !known.some((one) => one.id === id));
    if (fresh.length > 0) this.records.put('ended', [...known, ...fresh]);
  }

  /** Throws `StorageFull`; what was sealed by then is sealed, and the rest is still in the outbox. */
  sealAll(key: SealingKey): void {
    const { accountId, chance } = this.phone;
    this.records.forget('copy');
    for (const { fact, ...written } of this.outbox.all()) {
      this.shelf.put(sealFact(fact, written, { key, accountId, chance }));
      this.drop(new Set([fact.id]));
    }
  }

  /** When something is written: by its own clock, and how wrong that is known to be. */
  private written() {
    const isTold = typeof this.records.get('clock').heardAt === 'number';
    return { at: this.phone.ownClock(), ...(isTold && { offsetMs: this.clock().offsetMs }) };
  }

  private makingRoom(keep: () => void): void {
    try {
      keep();
    } catch (fault) {
      const copy = this.records.get('copy');
      if (!(fault instanceof StorageFull) || copy.visits.length === 0) throw fault;
      this.records.put('copy', { ...copy, visits: [] });
      keep();
    }
  }
}
