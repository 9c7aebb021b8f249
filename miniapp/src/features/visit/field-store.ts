import { type Day, dayOf, type FieldFact, type SealingKey, tasksOf } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import { type Disk, StorageFull } from '@/platform/disk';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { type Copy, withFacts } from './copy';
import { codeOf, toCopy, without } from './digits-to-copy';
import { type BegunVisit, draftNames } from './drafts';
import type { EndedFact, FieldView, FieldWoman } from './field';
import { FieldRecords } from './field-records';
import { ifRoom } from './if-room';
import { Outbox } from './outbox';
import { reckoned, toldByHer } from './phone-clock';
import { repointed } from './remade';
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

/** Of all room on this phone. From the first on the copy keeps no older visits, from the second no act is taken in. */
const parts = { almostFull: 0.9, fullForActs: 0.96 };

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
   * else was changed. The last of the room is not for acts: a sync writes before it can drop what it sent.
   */
  add(facts: FieldFact[], drops: string[] = [], written = this.written()): void {
    this.lettingGo(() =>
      this.makingRoom(() => {
        if (this.phone.disk.taken() > parts.fullForActs) throw new StorageFull();
        this.outbox.add({ facts, drops, ...written });
      }),
    );
  }

  /** What is begun about a woman whose link was put right goes on about her. */
  pointDraft(renamed: ReadonlyMap<string, { id: string }>): void {
    const begun = this.draft<BegunVisit>(draftNames.visit);
    const right = renamed.get(begun?.linkId ?? '');
    if (right) this.saveDraft(draftNames.visit, { ...begun, linkId: right.id });
  }

  /** She is on the list already: what waits under the second link goes under the first. Throws `StorageFull`. */
  repoint(from: string, to: string): void {
    const all = this.outbox.all();
    const { chance } = this.phone;
    const facts = repointed(
      all.map(({ fact }) => fact),
      from,
      to,
      { chance, now: this.now() },
    );
    this.pointDraft(new Map([[from, { id: to }]]));
    for (const { fact, ...written } of all) {
      const right = facts.get(fact.id);
      if (right) this.add([right], [fact.id], written);
    }
  }

  drop(ids: ReadonlySet<string>): void {
    this.outbox.drop(ids, this.phone.ownClock());
  }

  /**
   * They are with the service: their digits are kept first, so that none is lost between two writes. Throws
   * `StorageFull` when there is no room for these; then nothing was dropped.
   */
  dropStored(
    stored: readonly FieldFact[],
    ids: ReadonlySet<string>,
    named: Pick<Copy, 'women'>,
  ): void {
    // Another open page may have dropped some, and she may have copied their digits.
    this.reload();
    const there = this.outbox
      .all()
      .flatMap(({ fact }) => (stored.some(({ id }) => id === fact.id) ? fact : []));
    if (there.some((fact) => codeOf(fact) !== null)) {
      const before = this.records.get('digits');
      this.records.put('digits', { ...before, left: toCopy(before, there, named) });
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
      isAlmostFull: this.isAlmostFull(),
    };
  }

  /** Throws `StorageFull`: then it stays in the outbox, to be told again. */
  keepCopy(copy: Copy, syncedAt = this.records.get('copy').syncedAt): void {
    const visits = this.isAlmostFull() ? [] : copy.visits;
    const gone = this.lettingGo(() => {
      try {
        this.records.put('copy', { ...copy, visits, syncedAt });
      } catch (fault) {
        if (!(fault instanceof StorageFull)) throw fault;
        this.records.put('copy', { ...copy, visits: [], syncedAt });
      }
    });
    if (gone) ifRoom(() => this.tellEnded([gone]));
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

  /** What is begun about a woman goes when she leaves the list by what is done here. Answers what went. */
  private lettingGo(act: () => void): EndedFact | undefined {
    const begun = this.draft<BegunVisit>(draftNames.visit);
    const woman = begun && this.womanOf(begun.linkId);
    act();
    if (!woman || this.womanOf(woman.id)) return undefined;
    this.dropDraft(draftNames.visit);
    const { id = woman.id, visitDay: day } = begun;
    return { id, type: 'visit_made', linkId: woman.id, name: woman.name, day, isDraft: true };
  }

  private womanOf(linkId: string | undefined): FieldWoman | undefined {
    return this.shown().women.find(({ id }) => id === linkId);
  }

  private isAlmostFull(): boolean {
    return this.phone.disk.taken() > parts.almostFull;
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
