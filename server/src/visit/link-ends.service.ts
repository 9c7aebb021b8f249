import type { LinkEnder } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { LedgerEntries } from '../ledger';
import { Clock } from '../platform/clock';
import type { LinkRow } from './link.entity';
import { entriesLinked, setEnded } from './link.repository';

const entryIdsOf = (rows: readonly LinkRow[]): string[] =>
  rows.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? []);

/** Whoever ends a link, it is effective at once. */
@Injectable()
export class LinkEnds {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A second time it is simply so already. The rows were held before. */
  async end(
    tx: EntityManager,
    rows: readonly LinkRow[],
    endedBy: LinkEnder,
    accountId: string | null,
  ): Promise<void> {
    if (rows.length === 0) return;
    await setEnded(tx, rows, endedBy, this.clock.now());
    await this.closeUnlinked(tx, entryIdsOf(rows));
    await this.audit.recordAll(
      tx,
      rows.map(({ id }) => ({ accountId, act: 'ended', subject: { type: 'visit_link', id } })),
    );
  }

  /** No list of the grid shows a woman to whom nobody is linked any more. */
  private async closeUnlinked(tx: EntityManager, entryIds: string[]): Promise<void> {
    const linked = await entriesLinked(tx, entryIds, 'active');
    const alone = entryIds.filter((id) => !linked.has(id));
    if (alone.length > 0) await this.entries.close(tx, alone, this.clock.now());
  }
}
