import type { CaseTicketState } from '@niangjia/shared';
import { type DataSource, In, Not } from 'typeorm';
import { AuditEntryRow } from '../../src/audit';
import {
  CaseTicket,
  CaseTicketEvent,
  CaseTicketMessage,
  CaseTicketScope,
} from '../../src/case-ticket';
import { DeadlineRow } from '../../src/deadline';
import { FederationRow } from '../../src/federation';
import { Idempotency } from '../../src/platform/http/idempotency.entity';

interface Whole {
  ticket: CaseTicket;
  messages: CaseTicketMessage[];
  events: CaseTicketEvent[];
  scopes: CaseTicketScope[];
  deadlines: DeadlineRow[];
  audited: number;
  desk: FederationRow | undefined;
}

type Invariant = [says: string, holds: (whole: Whole) => boolean];

const writing: CaseTicketEvent['what'][] = [
  'received',
  'facts_added',
  'answered',
  'noted',
  'redirected',
  'extension_approved',
  'referral_sent',
  'referral_moved',
  'mediator_assigned',
  'mediator_ended',
  'mediator_unwanted',
];
/** Acts that change nothing. */
const looks = [
  'case_ticket.read',
  'case_ticket.look_at_people',
  'case_ticket.look_at_targets',
  'case_ticket.open_by_shown_code',
  'case_ticket.write_down_again',
];
const sorted = (values: (string | number)[]): string => JSON.stringify([...values].sort());
const runs: CaseTicketState[] = ['accepted', 'answered'];
const inTurn = (events: CaseTicketEvent[]) => [...events].sort((a, b) => a.seq - b.seq);
const clock = ({ deadlines }: Whole, rule: DeadlineRow['rule']) =>
  deadlines.find((row) => row.rule === rule);

/** What is true of every ticket between any two requests, whatever was killed in between. */
const invariants: Invariant[] = [
  [
    'each version has its event',
    ({ ticket, events }) =>
      sorted(events.map(({ seq }) => seq)) ===
      sorted(Array.from({ length: ticket.version }, (_, n) => n + 1)),
  ],
  [
    'each event of writing has its message, and the reverse',
    ({ events, messages }) =>
      sorted(events.filter(({ what }) => writing.includes(what)).map(({ seq }) => seq)) ===
      sorted(messages.map(({ seq }) => seq)),
  ],
  [
    'the state is that of the last move',
    ({ ticket, events }) =>
      ticket.state ===
      inTurn(events)
        .filter(({ toState }) => toState)
        .at(-1)?.toState,
  ],
  [
    'its desk and every federation above see it',
    ({ scopes, desk }) =>
      sorted(scopes.map(({ ancestorId }) => ancestorId)) ===
      sorted(desk?.path.split('/').filter(Boolean) ?? ['no desk']),
  ],
  [
    'they all see it in its state and at one place',
    ({ ticket, scopes }) =>
      scopes.every(({ state }) => state === ticket.state) &&
      new Set(scopes.map(({ sortKey }) => sortKey)).size === 1,
  ],
  ['art. 23 is kept down', (whole) => clock(whole, 'petition_reply') !== undefined],
  [
    'art. 34 runs from the acceptance or the first answer, until it is closed with an answer, or withdrawn',
    (whole) => {
      const moves = inTurn(whole.events).filter(({ toState }) => toState);
      const settlement = clock(whole, 'petition_settlement');
      if (!moves.some(({ toState }) => toState && runs.includes(toState)))
        return settlement === undefined;
      const [before, last] = moves.slice(-2);
      if (last?.toState === 'withdrawn') return true;
      const isAnswered = before?.toState === 'answered' || last?.what === 'redirected';
      return Boolean(settlement?.metOn) === (last?.toState === 'closed' && isAnswered);
    },
  ],
  [
    'each act of staff but a look has its event and its entry in the audit',
    ({ events, audited }) => events.filter(({ accountId }) => accountId).length === audited,
  ],
  [
    'it has both wrappings of its key and the derivation of its code',
    ({ ticket }) => [ticket.wrappedKey, ticket.claimWrappedKey, ticket.claimLookup].every(Boolean),
  ],
];

/** Every invariant that does not hold, with the ticket; empty when all is whole. */
export async function brokenInvariants({ manager }: DataSource): Promise<string[]> {
  const tickets = await manager.find(CaseTicket);
  const [messages, events, scopes, deadlines, audit, federations] = await Promise.all([
    manager.find(CaseTicketMessage),
    manager.find(CaseTicketEvent),
    manager.find(CaseTicketScope),
    manager.find(DeadlineRow),
    manager.findBy(AuditEntryRow, {
      subjectType: 'case_ticket',
      action: Not(In(looks)),
      result: 'done',
    }),
    manager.find(FederationRow),
  ]);
  const known = new Set(tickets.map(({ id }) => id));
  const orphans = [...messages, ...events, ...scopes].filter(
    ({ ticketId }) => !known.has(ticketId),
  );
  const halfReplies = (await manager.find(Idempotency)).filter((row) => row.sealedReply === null);

  const broken = tickets.flatMap((ticket) => {
    const own = <Row extends { ticketId: string }>(rows: Row[]) =>
      rows.filter(({ ticketId }) => ticketId === ticket.id);
    const whole: Whole = {
      ticket,
      messages: own(messages),
      events: own(events),
      scopes: own(scopes),
      deadlines: deadlines.filter(({ subjectId }) => subjectId === ticket.id),
      audited: audit.filter(({ subjectId }) => subjectId === ticket.id).length,
      desk: federations.find(({ id }) => id === ticket.federationId),
    };
    return invariants
      .filter(([, holds]) => !holds(whole))
      .map(([says]) => `${ticket.id}: not so that ${says}`);
  });
  return [
    ...broken,
    ...orphans.map(({ ticketId }) => `a row of ${ticketId}, which is not there`),
    ...halfReplies.map(({ id }) => `idempotency ${id} has no reply`),
  ];
}
