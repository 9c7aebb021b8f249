import { branchOf } from './federations.mjs';
import { productPart } from './product.mjs';
import { randomFrom } from './random.mjs';

const ticketColumns = [
  'id',
  'kind',
  'state',
  'risk',
  'federation_id',
  'received_at',
  'closed_at',
  'not_village',
  'follow_up',
  'version',
];
const minuteMs = 60_000;
const dayMs = 86_400_000;
const firstDay = Date.UTC(2025, 0, 1);
const days = 690;

const kinds = ['domestic_violence', 'hardship', 'marriage_family', 'labour_rights', 'other'];
// Of ten: what waits, what is under way, what is over.
const states = ['received', 'accepted', 'accepted', 'answered', ...Array(6).fill('closed')];
const risks = ['danger', 'high', 'high', ...Array(17).fill('normal')];
const dayOf = (at) => new Date(at).toISOString().slice(0, 10);

/** Invented tickets of the villages of the country: where each lies, and until when its clock runs. */
export function ticketsOf(seed, homes, count) {
  const random = randomFrom(seed);
  const pick = (all) => all[random.below(all.length)];
  return Array.from({ length: count }, (_, n) => {
    const receivedAt = firstDay + random.below(days * 24 * 60) * minuteMs;
    const state = pick(states);
    const id = `${String(random.below(1e9)).padStart(9, '0')}${String(n).padStart(17, '0')}`;
    const dueDay = state === 'received' ? null : dayOf(receivedAt + 60 * dayMs);
    const risk = pick(risks);
    return { id, kind: pick(kinds), state, risk, receivedAt, dueDay, home: pick(homes) };
  });
}

function* ticketRows(tickets) {
  for (const { id, kind, state, risk, receivedAt, home } of tickets) {
    const closedAt = state === 'closed' ? receivedAt + dayMs : null;
    yield [id, kind, state, risk, branchOf(home).at(-1), receivedAt, closedAt, 0, 0, 1];
  }
}

function* scopeRows(tickets) {
  const { sortKeyOf } = productPart('case-ticket/sort-key.js');
  for (const ticket of tickets) {
    const sortKey = sortKeyOf(ticket, ticket.dueDay);
    for (const ancestorId of branchOf(ticket.home))
      yield [ticket.id, ancestorId, ticket.state, sortKey];
  }
}

function* deadlineRows(tickets) {
  for (const { id, receivedAt, dueDay } of tickets)
    if (dueDay) yield [id, 'petition_settlement', receivedAt, dueDay];
}

export const ticketTables = (tickets) => [
  { table: 'case_ticket', columns: ticketColumns, rows: ticketRows(tickets) },
  {
    table: 'case_ticket_scope',
    columns: ['ticket_id', 'ancestor_id', 'state', 'sort_key'],
    rows: scopeRows(tickets),
  },
  {
    table: 'deadline',
    columns: ['subject_id', 'rule', 'started_at', 'due_day'],
    rows: deadlineRows(tickets),
  },
];
