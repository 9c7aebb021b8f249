import type { Day, FieldFact, LinkLeft, LinkMade, TicketAsked } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import type { Contact, GridRow, LedgerEntryRow } from '../ledger';
import type { FieldFactRow } from './field-fact.entity';
import type { LinkRow } from './link.entity';
import { entryIdsOf } from './link-ends.service';
import {
  findCodesInUse,
  findHandedOverBy,
  findLinks,
  findLinksTo,
  holdLinks,
} from './link.repository';
import type { VisitNeedRow, VisitRow } from './visit.entity';
import { findFacts, findNeeds, findVisits } from './visit.repository';

type KnownEntry = Pick<LedgerEntryRow, 'id' | 'gridId' | 'closedAt'> &
  Pick<Contact, 'name' | 'phone' | 'address'>;

/** What is there already of all that a batch speaks of. Grows while the batch is decided. */
export interface Known {
  facts: Map<string, Pick<FieldFactRow, 'contentMark'>>;
  links: Map<string, LinkRow>;
  /** Links that were hers before they were handed over, and the last day on which they were. */
  handedOver: Map<string, Day>;
  entries: Map<string, KnownEntry>;
  /** Her link by entry, of those that she is linked to and stays so. */
  linkedEntries: Map<string, string>;
  /** Links that this batch leaves. */
  leaving: Set<string>;
  codes: Set<string>;
  grids: Map<string, GridRow>;
  visits: Map<string, Pick<VisitRow, 'id' | 'linkId' | 'accountId' | 'risk'>>;
  needs: Map<string, VisitNeedRow>;
}

export const isMade = (fact: FieldFact): fact is LinkMade => fact.type === 'link_made';
const isLeft = (fact: FieldFact): fact is LinkLeft => fact.type === 'link_left';
export const isTicket = (fact: FieldFact): fact is TicketAsked => fact.type === 'ticket_asked';

const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const linkIdsOf = (facts: readonly FieldFact[]): string[] => [
  ...new Set(facts.flatMap((fact) => (isMade(fact) ? [] : fact.linkId))),
];

/** From elsewhere: whoever reads the facts knows neither the ledger nor the marks of cards. */
interface Elsewhere {
  gridsOf: () => Promise<GridRow[]>;
  holdEntries: (ids: string[]) => Promise<void>;
  entriesOf: (ids: string[]) => Promise<KnownEntry[]>;
  codeMarkOf: (linkCode: string) => string;
}

/** Few statements however large the batch is: none for what it does not speak of. */
export async function readKnown(
  tx: EntityManager,
  accountId: string,
  facts: readonly FieldFact[],
  elsewhere: Elsewhere,
): Promise<Known> {
  const known = byId(
    await findFacts(
      tx,
      facts.map(({ id }) => id),
    ),
  );
  const fresh = facts.filter(({ id }) => !known.has(id));
  const made = fresh.filter(isMade);
  const tickets = fresh.filter(isTicket);
  const left = fresh.filter(isLeft).map(({ linkId }) => linkId);
  const leaving = new Set(left);
  const madeOf = made.map(({ ledgerEntryId }) => ledgerEntryId);
  // Entries before links, as whoever ends one does it.
  const leftOf = left.length > 0 ? entryIdsOf(await findLinks(tx, left)) : [];
  await elsewhere.holdEntries([...madeOf, ...leftOf]);
  const links = await readLinks(tx, accountId, linkIdsOf(fresh));
  const some = async <Row>(asked: readonly unknown[], read: () => Promise<Row[]>) =>
    asked.length > 0 ? read() : [];

  return {
    facts: known,
    ...links,
    entries: byId(await some(made, () => elsewhere.entriesOf(madeOf))),
    linkedEntries: new Map(
      (await some(made, () => findLinksTo(tx, madeOf)))
        .filter((link) => link.accountId === accountId && link.state === 'active')
        .flatMap(({ id, ledgerEntryId }): [string, string][] =>
          leaving.has(id) || ledgerEntryId === null ? [] : [[ledgerEntryId, id]],
        ),
    ),
    leaving,
    codes:
      made.length > 0
        ? await findCodesInUse(
            tx,
            made.map(({ linkCode }) => elsewhere.codeMarkOf(linkCode)),
          )
        : new Set(),
    grids: byId(await some(facts.filter(isMade), elsewhere.gridsOf)),
    visits: byId(
      await some(tickets, () =>
        findVisits(
          tx,
          tickets.map((t) => t.visitId),
        ),
      ),
    ),
    needs: byId(
      await some(tickets, () =>
        findNeeds(
          tx,
          tickets.map((t) => t.needId),
        ),
      ),
    ),
  };
}

async function readLinks(tx: EntityManager, accountId: string, ids: string[]) {
  if (ids.length === 0)
    return { links: new Map<string, LinkRow>(), handedOver: new Map<string, Day>() };
  await holdLinks(tx, ids);
  const links = byId(await findLinks(tx, ids));
  const others = [...links.values()].filter((link) => link.accountId !== accountId);
  const handedOver =
    others.length > 0
      ? await findHandedOverBy(
          tx,
          accountId,
          others.map(({ id }) => id),
        )
      : new Map<string, Day>();
  return { links, handedOver };
}
