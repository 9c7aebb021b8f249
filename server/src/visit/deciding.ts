import {
  countedDayOf,
  dayOf,
  type FieldFact,
  type LinkLeft,
  type LinkMade,
  type RefusalCode,
  type SyncOutcome,
  type TicketAsked,
  type VisitMade,
  visitMarkOf,
} from '@niangjia/shared';
import type { NewEntry } from '../ledger';
import type { Known } from './known';
import type { LinkRow } from './link.entity';
import type { VisitNeedRow, VisitRow } from './visit.entity';

/** Stored or not, or why it cannot be. */
export type Decision = Exclude<SyncOutcome, 'refused'> | { refused: RefusalCode };

export interface TicketToMake {
  fact: TicketAsked;
  visit: Pick<VisitRow, 'id' | 'risk'>;
  need: VisitNeedRow;
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
    if (this.known.linkedEntries.has(ledgerEntryId)) return refused('already_linked');
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
    this.known.entries.set(ledgerEntryId, { id: ledgerEntryId, gridId, closedAt: null });
    this.known.links.set(id, link);
    if (!this.known.leaving.has(id)) this.known.linkedEntries.add(ledgerEntryId);
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

  /** Her yes to the ticket stands by itself: it is made even if she ended the link after the visit was stored. */
  ticketAsked(fact: TicketAsked): Decision | TicketToMake {
    const visit = this.known.visits.get(fact.visitId);
    const link = this.linkOf(fact.linkId);
    if (!link) return refused('link_not_found');
    if (!visit && isOver(link)) return 'link_ended';
    if (visit?.accountId !== this.field.accountId || visit.linkId !== link.id)
      return refused('visit_not_found');
    const need = this.known.needs.get(fact.needId);
    if (need?.visitId !== visit.id)
      return refused(link.ledgerEntryId === null ? 'need_forgotten' : 'need_not_found');
    if (need.ticketFactId !== null) return refused('need_ticketed');
    return { fact, visit, need, isNew: this.additions.needs.includes(need) };
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

  /** Hers now or before it was handed over; somebody else's is not there. */
  private linkOf(id: string): LinkRow | undefined {
    const link = this.known.links.get(id);
    if (!link) return undefined;
    const isHers = link.accountId === this.field.accountId || this.known.handedOver.has(id);
    return isHers ? link : undefined;
  }
}

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
