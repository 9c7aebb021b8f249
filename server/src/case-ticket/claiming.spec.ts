import type { ClaimedTicket, RefusalBody } from '@niangjia/shared';
import { claimCodeInGroups } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff, words } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import { aPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { ClaimCodes } from './claim-code.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let desk: ReturnType<typeof staff>;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '示例·林小梅');
  desk = staff(t, token);
});
afterAll(() => t.close());

const asked = () => aTicket(t, { divisionCode: tree.codes.town });
const wrong = { claimCode: '0'.repeat(20) };

describe('a claim code', () => {
  it('is twenty digits that never repeat and have no favourite', async () => {
    jest.spyOn(t.app.get(ClaimCodes).derivation, 'derive').mockResolvedValue(Buffer.alloc(32));
    const codes: string[] = [];
    for (let n = 0; n < 5000; n += 1) codes.push((await t.app.get(ClaimCodes).make()).digits);
    jest.restoreAllMocks();

    expect(codes.every((code) => /^\d{20}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    // Chi-square with 9 degrees of freedom goes above 48.5 once in five million runs.
    const digits = [...codes.join('')];
    const expected = digits.length / 10;
    const counts = digits.reduce((seen, digit) => {
      seen[Number(digit)]! += 1;
      return seen;
    }, Array<number>(10).fill(0));
    const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(48.5);
  });

  it('opens the ticket however she types it', async () => {
    const { claimCode } = await asked();
    for (const typed of [claimCodeInGroups(claimCode), claimCode.replace(/(\d{5})/g, '$1－')])
      expect((await claim(t, { claimCode: typed })).body.state).toBe('received');
  });

  it('that is not twenty digits is refused with what to do', async () => {
    const { status, body } = await claim<RefusalBody>(t, {
      claimCode: '一二三四五六七八九十一二三四五六七八九十',
    });
    expect(status).toBe(400);
    expect(body.fields?.claimCode).toBe('领取码是 20 个数字。再对一对。');
  });

  it('costs the same derivations when it is right and when it is wrong', async () => {
    const right = await asked();
    const { derivation } = t.app.get(ClaimCodes);
    const costOf = async (code: { claimCode: string }) => {
      const before = derivation.runs;
      await claim(t, code);
      return derivation.runs - before;
    };

    expect(await costOf(right)).toBe(2);
    expect(await costOf(wrong)).toBe(2);
  });

  it('that opens nothing is not found, whatever she wanted to do', async () => {
    for (const [act, body] of [
      [undefined, {}],
      ['messages', { text: '字' }],
      ['danger', { inDanger: true }],
      ['safe-contact', { contact: { way: 'no_contact' } }],
      ['withdraw', {}],
    ] as const)
      expect(await claim(t, wrong, act, body)).toMatchObject({
        status: 404,
        body: { code: 'claim_code_not_found' },
      });
  });

  it('is in no log line', async () => {
    const { claimCode } = await asked();
    await claim(t, { claimCode });
    expect(t.log.join('')).not.toContain(claimCode);
  });
});

describe('with her claim code', () => {
  it('she reads what she wrote and what was answered, oldest first, without what staff say', async () => {
    const ticket = await asked();
    await desk.write(ticket.id, '先找村里问问', true);
    await desk.write(ticket.id, '您周二可以来镇上吗');

    const { body } = await claim(t, ticket);

    expect(body).toMatchObject({ state: 'answered', federationName: '某镇妇联' });
    expect(body.answersWithinHours).toBeNull();
    expect(body.messages.map(({ from, text }) => [from, text])).toEqual([
      ['her', words],
      ['federation', '您周二可以来镇上吗'],
    ]);
    expect(JSON.stringify(body)).not.toContain('林小梅');
  });

  it('she adds facts, and it waits for staff again', async () => {
    const ticket = await asked();
    await desk.write(ticket.id, '好的');

    const { status, body } = await claim(t, ticket, 'messages', { text: '他今天又来了' });

    expect(status).toBe(201);
    expect(body.state).toBe('accepted');
    expect(body.messages.at(-1)?.text).toBe('他今天又来了');
    expect((await desk.open(ticket.id)).body.events.map(({ what, to }) => [what, to])).toEqual([
      ['received', 'received'],
      ['answered', 'answered'],
      ['facts_added', 'accepted'],
      ['read', null],
    ]);
  });

  it('she says that she is in danger, and it goes to the head of the desk', async () => {
    const before = await asked();
    t.clock.pass({ minutes: 1 });
    const ticket = await asked();
    const first = async (query = '') => (await desk.list(query)).body.items[0]?.id;
    const told = (inDanger: boolean) => claim(t, ticket, 'danger', { inDanger });

    expect((await told(true)).body.inDanger).toBe(true);
    expect(await first()).toBe(ticket.id);
    expect(await first('?risk=danger')).toBe(ticket.id);

    expect((await told(false)).body.inDanger).toBe(false);
    expect((await desk.list('?risk=danger')).body.items).toEqual([]);
    expect(await first()).not.toBe(ticket.id);
    expect((await claim(t, before)).body.inDanger).toBeNull();
  });

  it('she says how she may be reached, as little as she dares to', async () => {
    const ticket = await asked();
    const tell = (contact: object) => claim(t, ticket, 'safe-contact', { contact });

    expect((await tell({ way: 'no_contact' })).body.safeContact).toEqual({ way: 'no_contact' });

    const contact = {
      way: 'call',
      phone: '13800001234',
      when: '周二上午',
      ifSomeoneElse: '',
      codeWord: '木棉花',
    };
    expect((await tell(contact)).body.safeContact).toEqual(contact);
    expect((await desk.open(ticket.id)).body.safeContact).toEqual(contact);
    expect((await tell({ way: 'pigeon' })).status).toBe(400);
  });

  it.each([
    { way: 'call' },
    { way: 'text_message', phone: ' ' },
    { way: 'call', phone: '问我妹妹' },
    { way: 'no_contact', phone: 'wx_12345' },
  ])('she is told what to do about a phone that cannot be one: %j', async (contact) => {
    const ticket = await asked();
    const answer = await claim<RefusalBody>(t, ticket, 'safe-contact', { contact });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    expect(answer.body.fields?.['contact.phone']).toMatch(/。$/);
    expect((await claim(t, ticket)).body.safeContact).toBeNull();
  });

  it('she withdraws it, twice if she is not sure, and then it is closed to her words', async () => {
    const ticket = await asked();

    const first = await claim(t, ticket, 'withdraw');
    const again = await claim(t, ticket, 'withdraw');

    for (const { status, body } of [first, again, await claim(t, ticket)]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'withdrawn', messages: [], mayAddFacts: false });
      expect(body.mayWithdraw).toBe(false);
    }
    expect(await claim(t, ticket, 'messages', { text: '还有' })).toMatchObject({
      status: 409,
      body: { code: 'case_ticket_sealed' },
    });
  });

  it('a second and a third withdrawal are nothing that happened, also at the same moment', async () => {
    const ticket = await asked();
    await Promise.all([claim(t, ticket, 'withdraw'), claim(t, ticket, 'withdraw')]);

    expect((await claim(t, ticket, 'withdraw')).body).toMatchObject({ state: 'withdrawn' });

    expect(await brokenInvariants(t.dataSource)).toEqual([]);
  });

  it('she withdraws what is closed as well, and staff see it no more', async () => {
    const ticket = await asked();
    await desk.move(ticket.id, 'closed');
    expect((await claim(t, ticket)).body).toMatchObject({ state: 'closed', mayWithdraw: true });

    expect(await claim(t, ticket, 'withdraw')).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', messages: [], mayWithdraw: false },
    });
    expect((await desk.open(ticket.id)).status).toBe(404);
  });

  it('she loses no word when staff act at the same moment', async () => {
    const ticket = await asked();
    const acts = [
      claim<ClaimedTicket>(t, ticket, 'messages', { text: '她一' }),
      desk.write(ticket.id, '员一'),
      claim<ClaimedTicket>(t, ticket, 'messages', { text: '她二' }),
      desk.write(ticket.id, '员二'),
      desk.move(ticket.id, 'accepted'),
      claim<ClaimedTicket>(t, ticket, 'danger', { inDanger: true }),
    ];
    const statuses = (await Promise.all(acts)).map(({ status }) => status);

    expect(statuses.slice(0, 4)).toEqual([201, 201, 201, 201]);
    const texts = (await claim(t, ticket)).body.messages.map(({ text }) => text);
    expect(texts.sort()).toEqual([words, '员一', '员二', '她一', '她二'].sort());
  });
});
