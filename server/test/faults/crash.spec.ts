import { CaseTicket, CaseTicketMessage } from '../../src/case-ticket';
import { anIdempotencyKey } from '../case-tickets';
import { aPerson } from '../given';
import { aTree } from '../trees';
import { brokenInvariants } from './invariants';
import { Killing } from './killing';
import type { Reply } from './victim';

let divisionCode: string;
let token: string;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const tree = await aTree(t);
    divisionCode = tree.codes.town;
    token = (await aPerson(t, [{ in: tree.town, kind: 'staff' }])).token;
  });
});
afterAll(() => killing.end());

const ask = (key: string): Promise<Reply | undefined> =>
  killing.victim.post(
    '/case-tickets',
    { kind: 'hardship', text: '米没有了', divisionCode },
    { 'idempotency-key': key },
  );

const answer = (id: unknown, key: string): Promise<Reply | undefined> =>
  killing.victim.post(
    `/desk/case-tickets/${String(id)}/messages`,
    { text: '我们下午来' },
    { authorization: `Bearer ${token}`, 'idempotency-key': key },
  );

/** The repetition is answered as the first was, if it was. */
function expectAgain(again: Reply | undefined, first: Reply | undefined): Reply {
  expect(again?.status).toBe(201);
  if (first) expect(again).toEqual(first);
  return again!;
}

describe('the server, killed at each point where it writes', () => {
  it('keeps a request for help whole, once, and acknowledged', async () => {
    const acknowledged: unknown[] = [];
    const killed = await killing.atEach({
      prepare: async () => ask,
      broken: brokenInvariants,
      check: async (again, first) => {
        const { body } = expectAgain(again, first);
        acknowledged.push(body.id);
        const kept = await killing.withDatabase(({ manager }) => manager.find(CaseTicket));
        expect(kept.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
        const { claimCode } = body;
        const claimed = await killing.victim.post('/case-tickets/claim', { claimCode }, {});
        expect(claimed?.status).toBe(200);
      },
    });
    killing.say(
      `asking: ${killed} kills, ${acknowledged.length} acknowledged, 0 lost, 0 half, 0 doubled`,
    );
    expect(killed).toBeGreaterThan(5);
  });

  it('keeps an answer whole, once, and acknowledged', async () => {
    let ticketId: unknown;
    const killed = await killing.atEach({
      prepare: async () => {
        ticketId = (await ask(anIdempotencyKey()))?.body.id;
        return (key) => answer(ticketId, key);
      },
      broken: brokenInvariants,
      check: async (again, first) => {
        const { body } = expectAgain(again, first);
        expect(body.state).toBe('answered');
        const id = String(ticketId);
        const [written, ticket] = await killing.withDatabase(({ manager }) =>
          Promise.all([
            manager.countBy(CaseTicketMessage, { ticketId: id }),
            manager.findOneBy(CaseTicket, { id }),
          ]),
        );
        expect({ written, state: ticket?.state }).toEqual({ written: 2, state: 'answered' });
      },
    });
    killing.say(`answering: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
