import nacl from 'tweetnacl';
import {
  addDays,
  type FieldFact,
  type LinkedWoman,
  type LinkMade,
  type Page,
  type RefusalCode,
  refusals,
  rfc3339,
  type SealedFact,
  type SealingKey,
  type Synced,
  type SyncResult,
  type TicketAsked,
  type Visit,
  type VisitMade,
  visitMarkOf,
  countedDayOf,
  dayOf,
} from '@niangjia/shared';
import { base64url, readBase64url } from '@/platform/base64url';
import { Refused } from '@/platform/refused';
import { readUtf8 } from '@/platform/utf8';

interface Link {
  fact: LinkMade;
  accountId: string;
  state: 'active' | 'left' | 'ended';
}
interface Opened {
  accountId: string;
  submitToken: string;
  fact: FieldFact;
}

const pageItems = 7;
const pair = nacl.box.keyPair.fromSecretKey(new Uint8Array(32).fill(7));
const ranks = { link_made: 0, visit_made: 1, ticket_asked: 2, link_left: 3 };

/** What the service promises about the facts of the field, in memory, as short as can be. */
export class ModelService {
  readonly facts = new Map<string, string>();
  readonly links = new Map<string, Link>();
  readonly visits = new Map<string, { fact: VisitMade; accountId: string; receivedAt: number }>();
  readonly tickets = new Map<string, TicketAsked>();
  /** Says so of the next new fact, and of the same one ever after. */
  refuseNext: RefusalCode | undefined;
  /** Those whose post has ended. */
  readonly over = new Set<string>();
  private readonly refused = new Map<string, RefusalCode>();
  private readonly tokens = new Map<string, string>();

  constructor(public now: number) {}

  sync(accountId: string, facts: readonly FieldFact[]): Synced {
    this.guard(accountId);
    return this.takeAll(accountId, facts);
  }

  private takeAll(accountId: string, facts: readonly FieldFact[]): Synced {
    const said = new Map<FieldFact, SyncResult>();
    const inOrder = [...facts].sort((a, b) => ranks[a.type] - ranks[b.type]);
    for (const fact of inOrder) said.set(fact, this.take(accountId, fact));
    return { results: facts.map((fact) => said.get(fact)!), serverTime: rfc3339(this.now) };
  }

  sealingKey(accountId: string): SealingKey {
    this.guard(accountId);
    const submitToken = `token-${this.tokens.size}`;
    this.tokens.set(submitToken, accountId);
    return { id: 'k1', publicKey: base64url(pair.publicKey), submitToken };
  }

  submitSealed(sealed: readonly SealedFact[]): Synced {
    const results = sealed.map((one) => {
      const opened = this.open(one);
      if (!opened) return refused(one.id, 'sealed_unreadable');
      return this.takeAll(opened.accountId, [opened.fact]).results[0]!;
    });
    return { results, serverTime: rfc3339(this.now) };
  }

  women(accountId: string, after = ''): Page<LinkedWoman> {
    this.guard(accountId);
    const hers = [...this.links.values()]
      .filter((link) => link.accountId === accountId && link.state === 'active')
      .map(({ fact }) => this.womanOf(fact));
    return pageAfter(hers, after, (a, b) => (a.id < b.id ? -1 : 1));
  }

  visitsOf(accountId: string, after = ''): Page<Visit> {
    this.guard(accountId);
    const hers = [...this.visits.values()].filter((visit) => visit.accountId === accountId);
    const views = hers.map(({ fact: { type: _, ...fact }, receivedAt }) => ({
      ...fact,
      note: fact.note ?? null,
      followUpDay: fact.followUpDay ?? null,
      receivedAt: rfc3339(receivedAt),
      mark: visitMarkOf(fact.visitDay, dayOf(receivedAt)),
      ticketed: fact.needs.flatMap(({ id }) => (this.tickets.has(id) ? id : [])),
    }));
    return pageAfter(views, after, (a, b) => (b.id < a.id ? -1 : 1));
  }

  womanEnds(linkId: string): void {
    const link = this.links.get(linkId);
    if (link?.state === 'active') link.state = 'ended';
  }

  mayVisit(accountId: string): boolean {
    return !this.over.has(accountId);
  }

  private guard(accountId: string): void {
    if (this.over.has(accountId)) throw new Refused({ code: 'not_found', message: '' });
  }

  private take(accountId: string, fact: FieldFact): SyncResult {
    const content = JSON.stringify([accountId, fact]);
    const before = this.facts.get(fact.id);
    if (before === content) return result(fact.id, 'already');
    if (before !== undefined) return refused(fact.id, 'id_taken');
    if (this.refuseNext) this.refused.set(fact.id, this.refuseNext);
    this.refuseNext = undefined;
    const said = this.refused.get(fact.id) ?? this.decide(accountId, fact);
    if (said === 'link_ended') return result(fact.id, said);
    if (said !== undefined) return refused(fact.id, said);
    this.facts.set(fact.id, content);
    return result(fact.id, 'stored');
  }

  private decide(accountId: string, fact: FieldFact): RefusalCode | 'link_ended' | undefined {
    if (fact.type === 'link_made') {
      if (fact.gridId !== gridOf(accountId)) return 'not_your_grid';
      this.links.set(fact.id, { fact, accountId, state: 'active' });
      return undefined;
    }
    const link = this.links.get(fact.linkId);
    if (link?.accountId !== accountId) return 'link_not_found';
    if (fact.type === 'ticket_asked') return this.ticket(accountId, fact, link);
    if (link.state === 'ended') return 'link_ended';
    if (fact.type === 'link_left') link.state = 'left';
    else this.visits.set(fact.id, { fact, accountId, receivedAt: this.now });
    return undefined;
  }

  private ticket(accountId: string, fact: TicketAsked, link: Link) {
    const visit = this.visits.get(fact.visitId);
    if (!visit && link.state === 'ended') return this.ofItsOwn(fact);
    if (visit?.accountId !== accountId) return 'visit_not_found';
    if (!visit.fact.needs.some(({ id }) => id === fact.needId)) return 'need_not_found';
    if (this.tickets.has(fact.needId)) return 'need_ticketed';
    this.tickets.set(fact.needId, fact);
    return undefined;
  }

  /** Her yes stands by itself: the ticket brings its words along. */
  private ofItsOwn(fact: TicketAsked) {
    if (!fact.need) return 'link_ended';
    this.tickets.set(fact.needId, fact);
    return undefined;
  }

  private womanOf(fact: LinkMade): LinkedWoman {
    const counted = [...this.visits.values()]
      .filter((visit) => visit.fact.linkId === fact.id)
      .map((visit) => ({
        day: countedDayOf(visit.fact.visitDay, dayOf(visit.receivedAt)),
        ...visit.fact,
      }))
      .sort((a, b) => (a.day + a.id < b.day + b.id ? 1 : -1));
    return {
      id: fact.id,
      ledgerEntryId: fact.ledgerEntryId,
      gridId: fact.gridId,
      householdId: fact.householdId ?? null,
      name: fact.name,
      phone: fact.phone ?? null,
      address: fact.address ?? null,
      linkedOn: fact.linkedOn,
      lastVisitDay: counted[0]?.day ?? null,
      followUpDay: counted[0]?.followUpDay ?? null,
      handedOverOn: null,
    };
  }

  private open({ id, box }: SealedFact): Opened | undefined {
    const bytes = readBase64url(box) ?? new Uint8Array();
    const [theirs, nonce] = [bytes.subarray(0, 32), bytes.subarray(32, 56)];
    const words = nacl.box.open(bytes.subarray(56), nonce, theirs, pair.secretKey);
    if (!words) return undefined;
    const opened = JSON.parse(readUtf8(words)) as Opened;
    const isHers = this.tokens.get(opened.submitToken) === opened.accountId;
    return isHers && opened.fact.id === id ? opened : undefined;
  }
}

export const gridOf = (accountId: string): string => `grid of ${accountId}`;
export const dayFrom = (now: number, days: number): string => addDays(dayOf(now), days);

const result = (id: string, outcome: SyncResult['outcome']): SyncResult => ({
  id,
  outcome,
  code: null,
  message: null,
  maybeSameAs: null,
});

const refused = (id: string, code: RefusalCode): SyncResult => ({
  ...result(id, 'refused'),
  code,
  message: refusals[code].message,
});

function pageAfter<T extends { id: string }>(
  all: T[],
  after: string,
  order: (a: T, b: T) => number,
): Page<T> {
  const sorted = all.sort(order);
  const from = after === '' ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  const items = sorted.slice(from, from + pageItems);
  const more = sorted.length > from + pageItems;
  return { items, next: more ? items[items.length - 1]!.id : null };
}
