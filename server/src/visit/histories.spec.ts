import { type FieldFact, type LinkMade, type VisitMade } from '@niangjia/shared';
import fc from 'fast-check';
import { In } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { type Sending, SimulatedPhone } from '../../test/simulated-phone';
import { aTree, type Tree } from '../../test/trees';
import {
  aCommitteeMember,
  aLink,
  aNeed,
  aTicketAsked,
  aVisit,
  type CommitteeMember,
  phoneOf,
} from '../../test/visits';
import { CaseTicket } from '../case-ticket';
import { newId } from '../platform/ids';
import { VisitNeedRow, VisitRow } from '.';

const phones = 2;
/** By the service's clock; some visits are dated later. */
const today = '2026-11-26';
const who = fc.nat(phones - 1);
const which = fc.nat(9);
const sending: fc.Arbitrary<Sending> = fc.record({
  network: fc.oneof(
    { weight: 4, arbitrary: fc.constant('whole' as const) },
    fc.constantFrom('request_lost' as const, 'reply_lost' as const, 'five_times' as const),
  ),
  most: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 4 })),
  order: fc.constantFrom('as_done' as const, 'reversed' as const, 'shuffled' as const),
  twice: fc.boolean(),
});

type Step =
  | { kind: 'link' | 'visit' | 'ticket' | 'leave'; who: number; which: number; day: number }
  | { kind: 'send'; who: number; how: Sending }
  | { kind: 'send_both'; how: Sending }
  | { kind: 'copy'; who: number }
  | { kind: 'end'; which: number };

const act = (kind: 'link' | 'visit' | 'ticket' | 'leave') =>
  fc.record({ kind: fc.constant(kind), who, which, day: fc.integer({ min: 1, max: 28 }) });
const step = (isTicketed: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 4, arbitrary: act('link') },
    { weight: 10, arbitrary: act('visit') },
    { weight: isTicketed ? 2 : 0, arbitrary: act('ticket') },
    { weight: 1, arbitrary: act('leave') },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('send' as const), who, how: sending }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('send_both' as const), how: sending }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), who }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), which }) },
  );
/** A ticket costs two slow derivations: a few histories have some. */
const history = fc
  .nat(19)
  .chain((n) => fc.array(step(n === 0), { minLength: 6, maxLength: 24, size: 'max' }));

let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());

/** One 执委 with two phones, the women on her list, and what happened. */
class Field {
  readonly facts = new Map<string, FieldFact>();
  readonly links: LinkMade[] = [];
  readonly visits: VisitMade[] = [];
  /** By the woman herself. */
  readonly ended = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly random: () => number;
  readonly phones: SimulatedPhone[];

  constructor(
    readonly she: CommitteeMember,
    chance: number,
  ) {
    let state = chance;
    this.random = () => (state = (state * 48_271 + 11) % 2_147_483_647) / 2_147_483_647;
    this.phones = Array.from(
      { length: phones },
      () => new SimulatedPhone(t, she.token, this.random),
    );
  }

  async take(given: Step): Promise<void> {
    if (given.kind === 'send') return this.phones[given.who]!.send(given.how);
    if (given.kind === 'send_both') {
      await Promise.all(this.phones.map((phone) => phone.send(given.how)));
      return;
    }
    // What one phone has not sent is on the other one too: a backup that was put back.
    if (given.kind === 'copy')
      return this.phones[given.who]!.outbox.forEach((fact) =>
        this.phones[1 - given.who]!.done(fact),
      );
    if (given.kind === 'end') return this.end(given.which);
    const fact = this.factOf(given.kind, given);
    if (!fact) return;
    this.facts.set(fact.id, fact);
    this.phones[given.who]!.done(fact);
  }

  /** Until nothing more leaves the phones. */
  async sendAll(): Promise<void> {
    const how: Sending = { network: 'whole', most: 100, order: 'as_done', twice: false };
    for (let round = 0; round < 4; round += 1)
      for (const phone of this.phones) await phone.send(how);
  }

  private factOf(
    kind: 'link' | 'visit' | 'ticket' | 'leave',
    { which: at, day }: { which: number; day: number },
  ): FieldFact | undefined {
    const link = this.links[at % Math.max(1, this.links.length)];
    if (kind === 'link') return this.aLink();
    if (!link) return undefined;
    if (kind === 'leave') return { type: 'link_left', id: newId(), linkId: link.id };
    if (kind === 'visit') return this.aVisit(link, `2026-11-${String(day).padStart(2, '0')}`);
    const visit = this.visits.find(({ id }) => !this.asked.has(id));
    if (!visit) return undefined;
    this.asked.add(visit.id);
    return aTicketAsked(visit);
  }

  private aLink(): LinkMade {
    const link = aLink(this.she.gridId);
    this.links.push(link);
    return link;
  }

  private aVisit(link: LinkMade, visitDay: string): VisitMade {
    const visit = aVisit(link, { visitDay, note: `第 ${this.visits.length} 次`, needs: [aNeed()] });
    this.visits.push(visit);
    return visit;
  }

  /** With her card; before the link came in there is nothing to end. */
  private async end(at: number): Promise<void> {
    const link = this.links[at % Math.max(1, this.links.length)];
    if (!link) return;
    const { linkCode } = link;
    const { status } = await t.http.post('/links/claim/end', { linkCode });
    if (status === 200) this.ended.add(link.id);
  }
}

const linkIdOf = (fact: FieldFact): string => (fact.type === 'link_made' ? fact.id : fact.linkId);

/** Everything in which phones and service do not end as one. */
async function differences(field: Field): Promise<string[]> {
  const found: string[] = [];
  const differ = (what: string, seen: unknown, wanted: unknown): void => {
    if (JSON.stringify(seen) !== JSON.stringify(wanted))
      found.push(`${what}: ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`);
  };
  const toldOf = (id: string) => field.phones.flatMap((phone) => phone.told.get(id) ?? []);
  const isStored = ({ id }: FieldFact) => toldOf(id).includes('stored');

  for (const phone of field.phones)
    differ(
      'still waiting',
      phone.outbox.map(({ id }) => toldOf(id)),
      [],
    );
  for (const fact of field.facts.values()) {
    const told = toldOf(fact.id);
    const isKnown = told.length > 0 && told.every((one) => ['stored', 'link_ended'].includes(one));
    if (!isKnown) found.push(`${fact.type} was told ${told.join()}`);
    if (told.includes('link_ended') && !field.ended.has(linkIdOf(fact)))
      found.push(`${fact.type} was kept out of a link that nobody ended`);
  }

  const left = [...field.facts.values()].flatMap((f) => (f.type === 'link_left' ? f.linkId : []));
  const active = field.links.filter(({ id }) => !field.ended.has(id) && !left.includes(id));
  const { manager } = t.dataSource;
  const server = await phoneOf(t, field.she).visits();
  const sent = field.visits.filter((visit) => isStored(visit));
  // She reads of those who are on her list; that all are kept, the rows say.
  const read = sent.filter(({ linkId }) => active.some(({ id }) => id === linkId));
  differ('visits', server.map(({ id }) => id).sort(), read.map(({ id }) => id).sort());
  for (const visit of read) {
    const kept = server.find(({ id }) => id === visit.id);
    differ(
      'a visit',
      [kept?.note, kept?.visitDay, kept?.needs],
      [visit.note, visit.visitDay, visit.needs],
    );
  }

  const women = await phoneOf(t, field.she).women();
  differ('the list', women.map(({ id }) => id).sort(), active.map(({ id }) => id).sort());
  for (const { id, lastVisitDay } of women) {
    const days = sent.filter(({ linkId }) => linkId === id).map(({ visitDay }) => visitDay);
    const counted = days.map((day) => (day > today ? today : day));
    differ('her last visit', lastVisitDay, counted.sort().at(-1) ?? null);
  }

  const tickets = [...field.facts.values()].filter((f) => f.type === 'ticket_asked' && isStored(f));
  const asked = await manager.findBy(VisitNeedRow, {
    ticketFactId: In(tickets.map(({ id }) => id)),
  });
  const made = await manager.findBy(CaseTicket, { visitId: In(field.visits.map(({ id }) => id)) });
  differ('tickets', [asked.length, made.length], [tickets.length, tickets.length]);
  const rows = await manager.countBy(VisitRow, { accountId: field.she.accountId });
  differ('rows of visits', rows, sent.length);
  return found;
}

const histories = process.env.PROVE === '1' ? 1000 : 150;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`${histories} histories of an 执委 with two phones end with phones and service equal, nothing lost`, async () => {
  process.stdout.write(`  ${histories} histories of phones, seed ${seed}\n`);
  let facts = 0;
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), async (steps, chance) => {
      const field = new Field(await aCommitteeMember(t, tree.village), chance);
      for (const given of steps) await field.take(given);
      await field.sendAll();

      expect(await differences(field)).toEqual([]);
      facts += field.facts.size;
    }),
    { seed, numRuns: histories },
  );
  process.stdout.write(`  ${facts} facts\n`);
}, 1_800_000);
