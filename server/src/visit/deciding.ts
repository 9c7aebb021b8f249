import {
  countedDayOf,
  type Day,
  dayOf,
  type FieldFact,
  type LinkLeft,
  type LinkMade,
  type NeedAsked,
  type RefusalCode,
  type SyncOutcome,
  type TicketAsked,
  type VisitMade,
  visitMarkOf,
} from '@niangjia/shared';
import { isSaidOf, type NewEntry } from '../ledger';
import type { Known } from './known';
import type { LinkRow } from './link.entity';
import type { VisitNeedRow, VisitRow } from './visit.entity';

/** Stored or not, or why it cannot be. */
export type Decision =
  Exclude<SyncOutcome, 'refused'> | { refused: RefusalCode; firstLinkId?: string };

export interface TicketToMake {
  fact: TicketAsked;
  /** Null when the visit was kept out of her record. */
  visitId: string | null;
  asked: NeedAsked;
  /** As it is stored with the visit; undefined where only the fact has her words. */
  need?: VisitNeedRow;
  /** Comes with this batch, so that its row is not there yet. */
  isNew: boolean;
}

/** What a batch adds. */
export class Additions {
  readonly entries: NewEntry[] = [];
  readonly links: LinkRow[] = [];
  readonly left: LinkRow[] = [];
  readonly visits: VisitRow[] = [];
  readonly needs: VisitNeedRow[] = [];
}

interface Field {
  accountId: string;
  receivedAt: number;
  isPostOver: boolean;
  codeMarkOf: (linkCode: string) => string;
  sealNote: (visitId: string, note: string) => string;
  sealNeed: (needId: string, text: string) => string;
  openNeed: (needId: string, sealed: string) => string;
}

const refused = (code: RefusalCode): Decision => ({ refused: code });

/** What each fact of a batch comes to, one after another, in memory, while the rows of which they speak are held. */
export class Deciding {
  readonly additions = new Additions();

  constructor(
    private readonly known: Known,
    private readonly field: Field,
  ) {}

  linkMade(fact: LinkMade): Decision {
    const { id, ledgerEntryId, gridId, linkCode } = fact;
    const grid = this.known.grids.get(gridId);
    if (!grid) return refused('not_your_grid');
    const entry = this.known.entries.get(ledgerEntryId);
    if (entry && (entry.gridId !== gridId || entry.closedAt !== null)) return refused('id_taken');
    // Another woman, or other words of her: nothing keeps them, so they must not go.
    if (entry && !isSaidOf(fact, entry)) return refused('entry_differs');
    const firstLinkId = this.known.linkedEntries.get(ledgerEntryId);
    if (firstLinkId !== undefined) return { refused: 'already_linked', firstLinkId };
    const codeMark = this.field.codeMarkOf(linkCode);
    if (this.known.codes.has(codeMark)) return refused('link_code_taken');

    if (!entry) this.additions.entries.push({ ...fact, id: ledgerEntryId });
    const link: LinkRow = {
      id,
      accountId: this.field.accountId,
      gridId,
      federationId: grid.federationId,
      federationPath: grid.federationPath,
      ledgerEntryId,
      linkedOn: fact.linkedOn,
      consent: fact.consent,
      codeMark,
      state: 'active',
      endedBy: null,
      endedAt: null,
      handedOverOn: null,
      womanAccountId: null,
    };
    this.additions.links.push(link);
    const { name, phone = null, address = null } = entry ?? fact;
    const words = { name, phone, address };
    this.known.entries.set(ledgerEntryId, { id: ledgerEntryId, gridId, closedAt: null, ...words });
    this.known.links.set(id, link);
    if (!this.known.leaving.has(id)) this.known.linkedEntries.set(ledgerEntryId, id);
    this.known.codes.add(codeMark);
    return 'stored';
  }

  /** It was right when it was done: what she left after it was handed over stays with the other one. */
  linkLeft({ linkId }: LinkLeft): Decision {
    const link = this.linkOf(linkId);
    if (!link) return refused('link_not_found');
    if (isOver(link)) return 'link_ended';
    if (link.accountId === this.field.accountId && link.state === 'active') {
      const left = { state: 'ended', endedBy: 'committee_member' } as const;
      Object.assign(link, left, { endedAt: this.field.receivedAt });
      this.additions.left.push(link);
    }
    return 'stored';
  }

  visitMade(fact: VisitMade): Decision {
    const { id, linkId, visitDay, needs, note, followUpDay } = fact;
    const link = this.linkOf(linkId);
    if (!link) return refused('link_not_found');
    if (this.isAfterHandOver(link, visitDay)) return refused('link_handed_over');
    if (isOver(link)) return 'link_ended';
    if (new Set(needs.map((need) => need.id)).size < needs.length) return refused('bad_input');
    if (needs.some((need) => this.known.needs.has(need.id))) return refused('id_taken');

    const { accountId, receivedAt, isPostOver, sealNote } = this.field;
    const receivedDay = dayOf(receivedAt);
    const visit: VisitRow = {
      id,
      linkId,
      accountId,
      kind: fact.kind,
      visitDay,
      countedDay: countedDayOf(visitDay, receivedDay),
      risk: fact.risk,
      note: note === undefined ? null : sealNote(id, note),
      followUpDay: followUpDay ?? null,
      mark: isPostOver ? 'post_ended' : visitMarkOf(visitDay, receivedDay),
      receivedAt,
    };
    this.additions.visits.push(visit);
    this.known.visits.set(id, visit);
    needs.forEach((need, position) => this.addNeed(visit, { ...need, position }));
    return 'stored';
  }

  /**
   * Her yes to the ticket stands by itself, for she holds its digits: it is made even if she ended the link, or if it
   * was handed over before the visit.
   */
  ticketAsked(fact: TicketAsked): Decision | TicketToMake {
    const visit = this.known.visits.get(fact.visitId);
    const link = this.linkOf(fact.linkId);
    if (!link) return refused('link_not_found');
    const isStillHers = link.accountId === this.field.accountId;
    if (!visit && isOver(link)) return ofItsOwn(fact, null) ?? 'link_ended';
    if (!visit && !isStillHers) return ofItsOwn(fact, null) ?? refused('visit_not_found');
    if (visit?.accountId !== this.field.accountId || visit.linkId !== link.id)
      return refused('visit_not_found');
    const need = this.known.needs.get(fact.needId);
    if (need?.visitId !== visit.id)
      return link.ledgerEntryId === null
        ? (ofItsOwn(fact, visit.id) ?? refused('need_forgotten'))
        : refused('need_not_found');
    if (need.ticketFactId !== null) return refused('need_ticketed');
    const text = this.field.openNeed(need.id, need.text);
    const asked = { kind: need.kind, text, risk: visit.risk };
    return { fact, visitId: visit.id, asked, need, isNew: this.additions.needs.includes(need) };
  }

  private addNeed(
    { id: visitId }: VisitRow,
    { text, ...need }: VisitMade['needs'][number] & { position: number },
  ): void {
    const row: VisitNeedRow = {
      ...need,
      visitId,
      text: this.field.sealNeed(need.id, text),
      ticketFactId: null,
    };
    this.additions.needs.push(row);
    this.known.needs.set(row.id, row);
  }

  /** What she did while the woman was on her list comes in late; what came after is the other one's. */
  private isAfterHandOver({ id, accountId }: LinkRow, day: Day): boolean {
    return accountId !== this.field.accountId && day > (this.known.handedOver.get(id) ?? day);
  }

  /** Hers now or before it was handed over; somebody else's is not there. */
  private linkOf(id: string): LinkRow | undefined {
    const link = this.known.links.get(id);
    if (!link) return undefined;
    const isHers = link.accountId === this.field.accountId || this.known.handedOver.has(id);
    return isHers ? link : undefined;
  }
}

/** Of the words that the fact brings along, where it does. */
const ofItsOwn = (fact: TicketAsked, visitId: string | null): TicketToMake | undefined =>
  fact.need && { fact, visitId, asked: fact.need, isNew: false };

/** The woman ended it, or what was kept of her is deleted: nothing new is put into her record. */
const isOver = ({ state, endedBy, ledgerEntryId }: LinkRow): boolean =>
  state === 'ended' && (endedBy === 'woman' || ledgerEntryId === null);

const ranks: Record<FieldFact['type'], number> = {
  link_made: 0,
  visit_made: 1,
  ticket_asked: 2,
  link_left: 3,
};

/** What others build on first, however the phone put them. */
export const inOrder = (facts: readonly FieldFact[]): FieldFact[] =>
  [...facts].sort((a, b) => ranks[a.type] - ranks[b.type]);
