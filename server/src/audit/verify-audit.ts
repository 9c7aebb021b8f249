import type { EntityManager } from 'typeorm';
import { AuditChainRow, chainNames, type ChainName } from './audit-chain.entity';
import { entriesAfter } from './audit-chain';
import type { AuditEntryRow } from './audit-entry.entity';
import { type AuditSeals, chainOf } from './audit-seals';

const mostAtOnce = 500;

export interface Verified {
  chain: ChainName;
  entries: number;
  /** To be kept elsewhere: a later chain must still go through it. */
  endPosition: number;
  endSeal: string;
  /** Each a line that names the entry, or the places that are empty. */
  faults: string[];
}

/** A place that was seen earlier, and what was there. */
export type Seen = Pick<Verified, 'chain' | 'endPosition' | 'endSeal'>;

/** Goes along both chains from end to end. It reads only. */
export async function verifyAudit(
  db: EntityManager,
  seals: AuditSeals,
  seen: readonly Seen[] = [],
): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const chain of chainNames) {
    const ends = await db.findOneBy(AuditChainRow, { name: chain });
    const ofChain = seen.filter((one) => one.chain === chain);
    verified.push(
      ends ? await new Walk(db, seals, ends, ofChain).go() : await withoutEnds(db, chain, ofChain),
    );
  }
  return verified;
}

async function withoutEnds(
  db: EntityManager,
  chain: ChainName,
  seen: readonly Seen[],
): Promise<Verified> {
  const hanging = await entriesAfter(db, chain, 0, 1);
  const isLost = hanging.length > 0 || seen.some(({ endPosition }) => endPosition > 0);
  const faults = isLost ? [`${chain}: its ends are gone`] : [];
  return { chain, entries: 0, endPosition: 0, endSeal: '', faults };
}

class Walk {
  private readonly faults: string[] = [];
  private position: number;
  private seal: string;
  private entries = 0;

  constructor(
    private readonly db: EntityManager,
    private readonly seals: AuditSeals,
    private readonly ends: AuditChainRow,
    private readonly seen: readonly Seen[],
  ) {
    this.position = ends.startPosition;
    this.seal = ends.startSeal;
    if (seals.signatureOf(ends) !== ends.signature)
      this.faults.push(`${ends.name}: its ends were changed`);
  }

  async go(): Promise<Verified> {
    const { name } = this.ends;
    this.lookBack(this.position, this.seal);
    for (;;) {
      const some = await entriesAfter(this.db, name, this.position, mostAtOnce);
      for (const entry of some) this.step(entry);
      if (some.length < mostAtOnce) break;
    }
    this.expectEnd();
    const { faults, entries, position: endPosition, seal: endSeal } = this;
    return { chain: name, entries, endPosition, endSeal, faults };
  }

  private step(entry: AuditEntryRow): void {
    const { name } = this.ends;
    const position = entry.position!;
    const isNext = position === this.position + 1;
    if (!isNext) this.faults.push(this.missing(this.position + 1, position - 1));
    // After a gap nobody knows what it hung on; the gap itself is named.
    const isRight =
      entry.seal === this.seals.sealOf(this.seal, name, position, entry) && chainOf(entry) === name;
    if (isNext && !isRight) this.faults.push(`${name} ${position}: entry ${entry.id} was changed`);
    this.position = position;
    this.seal = entry.seal ?? '';
    this.entries += 1;
    this.lookBack(position, this.seal);
  }

  private lookBack(position: number, seal: string): void {
    for (const { endPosition, endSeal } of this.seen)
      if (endPosition === position && endSeal !== seal)
        this.faults.push(`${this.ends.name} ${position}: was another entry when it was seen`);
  }

  private expectEnd(): void {
    const { name, startPosition, endPosition, endSeal } = this.ends;
    const last = Math.max(endPosition, ...this.seen.map((one) => one.endPosition));
    if (this.position < last) this.faults.push(this.missing(this.position + 1, last));
    else if (this.position > endPosition || this.seal !== endSeal)
      this.faults.push(`${name}: it does not end where it was ended`);
    if (startPosition > endPosition) this.faults.push(`${name}: it ends before it begins`);
  }

  private missing(from: number, to: number): string {
    return `${this.ends.name} ${from}${to > from ? `–${to}` : ''}: missing`;
  }
}
