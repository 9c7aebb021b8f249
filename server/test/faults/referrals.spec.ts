import { CaseTicketMessage } from '../../src/case-ticket';
import { ReferralRow } from '../../src/referral';
import { anIdempotencyKey } from '../case-tickets';
import { aPerson } from '../given';
import { aSlip } from '../referrals';
import { aTree } from '../trees';
import { brokenInvariants } from './invariants';
import { Killing } from './killing';

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

const ask = async (): Promise<string> => {
  const body = { kind: 'hardship', text: '米没有了', divisionCode };
  const asked = await killing.victim.post('/case-tickets', body, {
    'idempotency-key': anIdempotencyKey(),
  });
  return String(asked?.body.id);
};
const post = (path: string, body: object, key: string) =>
  killing.victim.post(path, body, { authorization: `Bearer ${token}`, 'idempotency-key': key });

describe('the server, killed at each point where a slip goes out', () => {
  it('keeps the slip, the line in the ticket and her message whole, once, or none of them', async () => {
    let ticketId = '';
    const killed = await killing.atEach({
      prepare: async () => {
        ticketId = await ask();
        return (key) => post(`/desk/case-tickets/${ticketId}/referrals`, aSlip(), key);
      },
      broken: brokenInvariants,
      check: async (again, first) => {
        expect(again?.status).toBe(201);
        if (first) expect(again).toEqual(first);
        const [slips, messages] = await killing.withDatabase(({ manager }) =>
          Promise.all([
            manager.findBy(ReferralRow, { ticketId }),
            manager.countBy(CaseTicketMessage, { ticketId }),
          ]),
        );
        expect(slips.map(({ id, state }) => [id, state])).toEqual([[again?.body.id, 'sent']]);
        expect(messages).toBe(2);
      },
    });
    killing.say(`sending a slip: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
