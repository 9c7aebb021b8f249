import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Cipher, SealBroken } from '../platform/crypto/cipher';
import { CaseTicket } from './case-ticket.entity';
import { CaseTicketMessage } from './case-ticket-message.entity';
import { keptDays } from './retention';
import { Shredding } from './shredding.service';
import { TicketKeys } from './ticket-key';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:00+08:00');
  tree = await aTree(t);
});

const chair = async () => staff(t, (await aPerson(t, [{ in: tree.town, kind: 'chair' }])).token);
const asked = () => aTicket(t, { divisionCode: tree.codes.town });
const shred = () => t.app.get(Shredding).shred();

describe('what is kept long enough', () => {
  it('is shredded on its day and not a minute before, and only what has ended', async () => {
    const desk = await chair();
    const [open, closed, withdrawn] = [await asked(), await asked(), await asked()];
    await desk.move(closed.id, 'closed');
    await claim(t, withdrawn, 'withdraw');
    const codesThatOpen = async () => {
      const opened = await Promise.all([open, closed, withdrawn].map((one) => claim(t, one)));
      return opened.map(({ status }) => status === 200);
    };

    t.clock.pass({ days: keptDays.withdrawn!, minutes: -1 });
    expect(await shred()).toBe(0);
    t.clock.pass({ minutes: 1 });
    expect(await shred()).toBe(1);
    expect(await codesThatOpen()).toEqual([true, true, false]);

    t.clock.pass({ days: keptDays.closed! - keptDays.withdrawn! });
    expect(await shred()).toBe(1);
    expect(await codesThatOpen()).toEqual([true, false, false]);

    t.clock.pass({ days: 36_500 });
    expect(await shred()).toBe(0);
    expect(await codesThatOpen()).toEqual([true, false, false]);
  });

  it('leaves a skeleton that nobody can open or move, for the figures', async () => {
    const desk = await chair();
    const ticket = await asked();
    await desk.move(ticket.id, 'closed', '办好了');
    const { manager } = t.dataSource;
    const before = await manager.findOneByOrFail(CaseTicket, { id: ticket.id });
    const message = await manager.findOneByOrFail(CaseTicketMessage, { ticketId: ticket.id });

    t.clock.pass({ days: keptDays.closed! });
    await shred();

    const later = await chair();
    expect((await later.open(ticket.id)).body).toMatchObject({
      kind: 'labour_rights',
      state: 'closed',
      messages: [],
      safeContact: null,
      mayMoveTo: [],
      mayAnswer: false,
    });
    expect((await later.move(ticket.id, 'accepted')).status).toBe(409);
    const after = await manager.findOneByOrFail(CaseTicket, { id: ticket.id });
    expect(t.app.get(TicketKeys).ofDesk(after)).toBeUndefined();

    // Without the deleted key the words are noise, even to one who has the whole key ring.
    const cipher = t.app.get(Cipher);
    const column = { table: 'case_ticket_message', column: 'sealed_text' };
    expect(() => cipher.open(column, message.id, `k1.${message.sealedText}`)).toThrow(SealBroken);
    expect(t.app.get(TicketKeys).ofDesk(before)).toBeDefined();
  });
});
