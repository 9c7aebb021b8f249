import type { FieldFact } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import { Unreadable, type SealedRecords } from '@/platform/sealed-records';
import { ifRoom } from './if-room';

/** One thing she did: facts that stand together, and facts that they take the place of. Never changed. */
export interface Entry {
  facts: FieldFact[];
  /** Ids of facts of other entries that are not to be sent any more. */
  drops: string[];
  /** By this phone's own clock, Unix ms. */
  at: number;
  /** By how much that clock was known to be wrong then; missing when nobody had told it the time. */
  offsetMs?: number;
}

export type Kept = { fact: FieldFact } & Pick<Entry, 'at' | 'offsetMs'>;

const place = 'log/';
const numberChars = 10;

/**
 * What the service does not have yet, oldest first. Each act is one record of its own, so that it is there
 * whole or not at all, and so that a second open page of the same browser writes over nothing.
 */
export class Outbox {
  private entries = new Map<string, Entry>();
  /** Records that can no longer be read. They are left where they are. */
  damaged = 0;

  constructor(
    private readonly records: SealedRecords,
    private readonly chance: Chance,
  ) {
    this.reload();
  }

  /** Looks again at what is stored. */
  reload(): void {
    const known = this.entries;
    this.entries = new Map();
    this.damaged = 0;
    for (const name of this.records.names(place)) {
      const entry = known.get(name) ?? this.readable(name);
      if (entry) this.entries.set(name, entry);
      else this.damaged += 1;
    }
  }

  all(): Kept[] {
    const dropped = this.dropped();
    return [...this.entries.values()].flatMap(({ facts, at, offsetMs }) =>
      facts.filter(({ id }) => !dropped.has(id)).map((fact) => ({ fact, at, offsetMs })),
    );
  }

  /** Throws `StorageFull`; then nothing was changed. */
  add(entry: Entry): void {
    this.write(this.nextName(), entry);
    // It is kept by now, whatever becomes of the tidying.
    ifRoom(() => this.tidy());
  }

  /** They are with the service, or she took them back. Throws `StorageFull` only where one fact of an act goes alone. */
  drop(ids: ReadonlySet<string>, at: number): void {
    this.tidy(ids);
    const drops = this.all().flatMap(({ fact }) => (ids.has(fact.id) ? fact.id : []));
    if (drops.length > 0) this.write(this.nextName(), { facts: [], drops, at });
  }

  /** Oldest first, so that what a fact builds on never goes after the fact. */
  private tidy(gone: ReadonlySet<string> = new Set()): void {
    const dropped = this.dropped();
    for (const [name, { facts, drops, at }] of [...this.entries]) {
      if (facts.some(({ id }) => !dropped.has(id) && !gone.has(id))) continue;
      const needed = drops.filter((id) => this.holds(id, name));
      if (facts.length > 0 && needed.length > 0) this.write(name, { facts: [], drops: needed, at });
      if (needed.length === 0) this.erase(name);
    }
    this.eraseEmpty();
  }

  /** Drops of what has gone meanwhile. */
  private eraseEmpty(): void {
    for (const [name, { facts, drops }] of [...this.entries])
      if (facts.length === 0 && !drops.some((id) => this.holds(id, name))) this.erase(name);
  }

  private holds(id: string, except: string): boolean {
    return [...this.entries].some(
      ([name, { facts }]) => name !== except && facts.some((fact) => fact.id === id),
    );
  }

  private dropped(): Set<string> {
    return new Set([...this.entries.values()].flatMap(({ drops }) => drops));
  }

  private nextName(): string {
    const last = [...this.entries.keys()].pop() ?? '';
    const next = Number(last.slice(place.length, place.length + numberChars)) + 1;
    return `${place}${String(next).padStart(numberChars, '0')}-${this.chance.digits(8)}`;
  }

  private write(name: string, entry: Entry): void {
    this.records.put(name, entry);
    this.entries.set(name, entry);
  }

  private erase(name: string): void {
    this.records.remove(name);
    this.entries.delete(name);
  }

  private readable(name: string): Entry | undefined {
    try {
      return this.records.get<Entry>(name);
    } catch (fault) {
      if (fault instanceof Unreadable) return undefined;
      throw fault;
    }
  }
}
