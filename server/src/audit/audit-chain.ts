import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type EntityManager, IsNull } from 'typeorm';
import { Config } from '../platform/config';
import { change } from '../platform/database/rows';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { AuditChainRow, chainNames, type ChainName } from './audit-chain.entity';
import { AuditEntryRow } from './audit-entry.entity';
import { AuditSeals, chainOf, type Ends, unbegun } from './audit-seals';

const mostAtOnce = 500;

/**
 * Hangs each entry on the one before it. Not in the act itself, where all would wait for one row, but
 * some seconds after, a few hundred at a time; one server at a time, by the row of the chain.
 */
@Injectable()
export class AuditChain {
  private readonly seals: AuditSeals;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    config: Config,
  ) {
    this.seals = new AuditSeals(config.keys);
  }

  @Cron('*/15 * * * * *', { waitForCompletion: true })
  async sealAll(): Promise<void> {
    while (await this.unitOfWork.reader.existsBy(AuditEntryRow, { chain: IsNull() }))
      await this.unitOfWork.run((tx) => this.sealSome(tx));
  }

  /** Cuts the chain before the first entry that is younger; what is cut off goes. */
  async cut(name: ChainName, upTo: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ends = await this.hold(tx, name);
      const last = await lastOver(tx, ends, upTo);
      if (!last) return;
      await change(tx, 'DELETE FROM audit_entry WHERE chain = ? AND position <= ?', [
        name,
        last.position,
      ]);
      await this.write(tx, { ...ends, startPosition: last.position!, startSeal: last.seal! });
    });
  }

  private async sealSome(tx: EntityManager): Promise<void> {
    const ends = new Map<ChainName, Ends>();
    for (const name of chainNames) ends.set(name, await this.hold(tx, name));

    const where = { chain: IsNull(), position: IsNull() };
    const entries = await tx.find(AuditEntryRow, { where, take: mostAtOnce });
    entries.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    for (const entry of entries) {
      const name = chainOf(entry);
      ends.set(name, await this.hang(tx, entry, ends.get(name)!));
    }

    for (const end of ends.values()) await this.write(tx, end);
  }

  private async hang(tx: EntityManager, entry: AuditEntryRow, ends: Ends): Promise<Ends> {
    const { name, endSeal, endPosition } = ends;
    const position = endPosition + 1;
    const seal = this.seals.sealOf(endSeal, name, position, entry);
    await tx.update(AuditEntryRow, { id: entry.id }, { chain: name, position, seal });
    return { ...ends, endPosition: position, endSeal: seal };
  }

  /** Writes the row before it is read, so that of two servers one waits for the other. */
  private async hold(tx: EntityManager, name: ChainName): Promise<Ends> {
    const held = 'UPDATE audit_chain SET start_position = start_position WHERE name = ?';
    await change(tx, held, [name]);
    const row = await tx.findOneBy(AuditChainRow, { name });
    return row ?? this.begin(tx, name);
  }

  private async begin(tx: EntityManager, name: ChainName): Promise<Ends> {
    const none = { startPosition: 0, startSeal: unbegun, endPosition: 0, endSeal: unbegun };
    const ends = { name, ...none };
    const row = { ...ends, signature: this.seals.signatureOf(ends) };
    await tx.createQueryBuilder().insert().into(AuditChainRow).values(row).orIgnore().execute();
    return tx.findOneByOrFail(AuditChainRow, { name });
  }

  private async write(tx: EntityManager, ends: Ends): Promise<void> {
    const { name, startPosition, startSeal, endPosition, endSeal } = ends;
    const signature = this.seals.signatureOf(ends);
    const row = { startPosition, startSeal, endPosition, endSeal, signature };
    await tx.update(AuditChainRow, { name }, row);
  }
}

/** The last entry before the first that is younger than `upTo`. */
async function lastOver(
  tx: EntityManager,
  { name, startPosition }: Ends,
  upTo: number,
): Promise<AuditEntryRow | undefined> {
  let last: AuditEntryRow | undefined;
  for (;;) {
    const after = last?.position ?? startPosition;
    const some = await entriesAfter(tx, name, after, mostAtOnce);
    const young = some.findIndex(({ at }) => at > upTo);
    last = (young < 0 ? some : some.slice(0, young)).at(-1) ?? last;
    if (young >= 0 || some.length < mostAtOnce) return last;
  }
}

/** Entries of a chain in its order. */
export const entriesAfter = (
  db: EntityManager,
  name: ChainName,
  position: number,
  most: number,
): Promise<AuditEntryRow[]> =>
  db
    .createQueryBuilder(AuditEntryRow, 'a')
    .where('a.chain = :name AND a.position > :position', { name, position })
    .orderBy('a.position')
    .take(most)
    .getMany();
