import { CaseTicket } from '../../src/case-ticket';
import { aPerson } from '../given';
import { aTree } from '../trees';
import { brokenInvariants } from './invariants';
import { Killing } from './killing';
import type { Reply } from './victim';

let divisionCode: string;
let otherTownId: string;
let staff: { token: string; accountId: string };
let others: { token: string };
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const tree = await aTree(t);
    divisionCode = tree.codes.town;
    otherTownId = tree.otherTown.id;
    staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    others = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  });
});
afterAll(() => killing.end());

const post = (
  path: string,
  body: object,
  { token }: { token: string } = staff,
): Promise<Reply | undefined> =>
  killing.victim.post(path, body, { authorization: `Bearer ${token}` });

const asked = async (): Promise<string> => {
  const body = { kind: 'hardship', text: '米没有了', divisionCode };
  return String((await killing.victim.post('/case-tickets', body, {}))?.body.id);
};

const ticketOf = (id: string) =>
  killing.withDatabase(({ manager }) => manager.findOneBy(CaseTicket, { id }));

/** Each act by its path and body for a ticket in that version, and what the ticket is like after it. */
type Act = [
  name: string,
  from: number,
  send: (id: string) => Promise<Reply | undefined>,
  after: () => Partial<CaseTicket>,
];

const offer = (id: string) =>
  post(`/desk/case-tickets/${id}/hand-over`, {
    version: 1,
    federationId: otherTownId,
    reason: '她住在你们镇上',
  });

const acts: Act[] = [
  [
    'a move',
    1,
    (id) => post(`/desk/case-tickets/${id}/moves`, { version: 1, to: 'accepted' }),
    () => ({ state: 'accepted' }),
  ],
  [
    'an assignment',
    1,
    (id) => post(`/desk/case-tickets/${id}/assignee`, { version: 1, accountId: staff.accountId }),
    () => ({ assigneeAccountId: staff.accountId }),
  ],
  ['an offer', 1, offer, () => ({ state: 'received' })],
  [
    'a hand-over',
    2,
    (id) => post(`/desk/hand-overs/${id}/decision`, { version: 2, accept: true }, others),
    () => ({ federationId: otherTownId }),
  ],
];

describe('the server, killed at each point where it writes', () => {
  it.each(acts)('keeps %s whole and once', async (name, from, send, after) => {
    let id = '';
    let acknowledged = 0;

    const killed = await killing.atEach({
      prepare: async () => {
        id = await asked();
        if (from === 2) expect((await offer(id))?.status).toBe(200);
        return () => send(id);
      },
      broken: brokenInvariants,
      check: async (again, first) => {
        if (first) acknowledged += 1;
        expect([200, 409]).toContain(again?.status);
        if (first?.status === 200) expect(again?.status).toBe(409);
        expect(await ticketOf(id)).toMatchObject({ version: from + 1, ...after() });
      },
    });

    killing.say(
      `${name}: ${killed} kills, ${acknowledged} acknowledged, 0 lost, 0 half, 0 doubled`,
    );
    expect(killed).toBeGreaterThan(2);
  });
});
