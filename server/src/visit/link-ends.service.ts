import type { LinkEnder } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { LedgerEntries } from '../ledger';
import { Clock } from '../platform/clock';
import type { LinkRow } from './link.entity';
import { entriesLinked, findLinks, findLinksTo, holdLinksTo, setEnded } from './link.repository';

export const entryIdsOf = (rows: readonly LinkRow[]): string[] => [
  ...new Set(rows.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? [])),
];

/** Whoever ends a link, it is effective at once. */
@Injectable()
export class LinkEnds {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** She ends all links to her, whichever card she has; those that others ended are from now on ended by her. */
  async endByHer(
    tx: EntityManager,
    linkIds: readonly string[],
    accountId: string | null,
  ): Promise<void> {
    const entryIds = entryIdsOf(await findLinks(tx, linkIds));
    await this.entries.hold(tx, entryIds);
    await holdLinksTo(tx, entryIds);
    const all = await findLinksTo(tx, entryIds);
    const others = all.filter(({ endedBy }) => endedBy !== 'woman');
    await this.end(tx, others, 'woman', accountId);
  }

  /** A second time it is simply so already. The entries and the links were held before. */
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
