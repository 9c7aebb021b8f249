import { randomBytes } from 'node:crypto';
import { type SealingKey, sensitiveFields } from '@niangjia/shared';
import { AccountRow } from '../src/account';
import { startApp, type TestApp } from './app';
import { aTicket, claim, staff } from './case-tickets';
import { aPerson } from './given';
import { mediationDesk } from './mediators';
import { plantedValuesFound } from './planted-values';
import { slips } from './referrals';
import { aTree, type Tree } from './trees';
import { aCommitteeMember, aLink, aNeed, aTicketAsked, aVisit, phoneOf } from './visits';

jest.setTimeout(300_000);

const visible = '某镇妇联';
const tickets = 15;
const answersEach = 15;
const names = 200;
const women = 12;

describe('what is personal', () => {
  let t: TestApp;
  let tree: Tree;
  const planted: string[] = [];
  const secrets: string[] = [];

  /** Long enough to be found nowhere by chance, in Chinese and in digits. */
  const plant = (what: string): string => {
    const value = `${what}${randomBytes(6).toString('hex')}号`;
    planted.push(value);
    return value;
  };
  const plantPhone = (): string => {
    const digits = String(randomBytes(6).readUIntBE(0, 6)).padStart(15, '7').slice(0, 15);
    planted.push(digits);
    return digits;
  };

  beforeAll(async () => {
    t = await startApp();
    tree = await aTree(t);
  });
  afterAll(() => t.close());

  it('is in no file, dump or log: five hundred planted values', async () => {
    for (let n = 0; n < names; n += 1) secrets.push((await aPerson(t, [], plant('张'))).token);
    const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }], plant('李'));
    const desk = staff(t, token);
    secrets.push(token);

    for (let n = 0; n < tickets; n += 1) {
      const asked = await aTicket(t, { text: plant('他打我'), divisionCode: tree.codes.town });
      secrets.push(asked.claimCode, asked.claimCode.replaceAll(/\D/g, ''));
      await claim(t, asked, 'messages', { text: plant('孩子在') });
      const contact = {
        way: 'call',
        phone: plantPhone(),
        when: plant('下午'),
        ifSomeoneElse: plant('说是'),
        codeWord: plant('木棉'),
      };
      expect((await claim(t, asked, 'safe-contact', { contact })).status).toBe(200);
      const slip = await slips(t, token).send(asked.id, {
        recipientName: plant('法院'),
        purpose: plant('请办'),
        handedOn: [{ what: 'name', text: plant('林') }],
        consent: { ground: 'emergency', reason: plant('她被打') },
      });
      expect(slip.status).toBe(201);
      await slips(t, token).move(slip.body.id, 'answered', plant('已立案'));
      for (let answer = 0; answer < answersEach; answer += 1) {
        const written = await desk.write(asked.id, plant('我们来'), answer % 2 === 0);
        expect(written.status).toBe(201);
      }
    }
    await aroundATicket(token);
    const name = plant('吴');
    await mediationDesk(t, token).add({ federationId: tree.town.id, name });
    await field(tree);
    await refused(token);

    expect(planted.length).toBeGreaterThanOrEqual(500);
    expect(await plantedValuesFound(t, [...planted, ...secrets], visible)).toEqual([]);
  });

  /** What staff write around a ticket: why they may read it, where else she must go, who is barred. */
  async function aroundATicket(token: string): Promise<void> {
    const divisionCode = tree.codes.town;
    const desk = staff(t, token);
    await aPerson(t, [{ in: tree.county, kind: 'staff' }], plant('王'));
    const child = await aTicket(t, { kind: 'children', text: plant('我女儿'), divisionCode });
    const { claimCode } = child;
    const elsewhere = await aTicket(t, { text: plant('欠薪'), divisionCode });
    const offered = await aTicket(t, { text: plant('搬走'), divisionCode });
    const federationId = tree.county.id;
    const contact = { way: 'call', phone: plantPhone(), codeWord: plant('凤凰') };
    const written = await t.http.post<{ claimCode: string }>(
      '/desk/case-tickets',
      { channel: 'letter', kind: 'other', text: plant('来信说'), contact },
      { token },
    );
    const answers = [
      await desk.act(child.id, 'unlock', { reason: plant('我经办') }),
      await desk.act(elsewhere.id, 'redirection', {
        version: 1,
        where: plant('县里'),
        reason: plant('不归'),
      }),
      await desk.act(offered.id, 'hand-over', { version: 1, federationId, reason: plant('请接') }),
      await desk.act(offered.id, 'recusal', { reason: plant('表哥') }),
      await t.http.post('/case-tickets/claim/bar-request', {
        claimCode,
        who: plant('小陈'),
        isHead: false,
      }),
      await t.http.post('/desk/case-ticket-filters', { name: plant('急'), filter: {} }, { token }),
      written,
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201, 201, 201]);
    const codes = [child, elsewhere, offered, written.body].map((one) => one.claimCode);
    secrets.push(...codes);
  }

  /** What an 执委 writes down of women: in the ledger, at visits, on cards, and on a phone that is signed out. */
  async function field({ village }: Tree): Promise<void> {
    const visitor = await aCommitteeMember(t, village, plant('郑'));
    const phone = phoneOf(t, visitor);
    for (let n = 0; n < women; n += 1) {
      const link = aLink(visitor.gridId, {
        name: plant('林'),
        phone: plantPhone(),
        address: plant('榕树'),
      });
      const need = aNeed(plant('米没'));
      const visit = aVisit(link, { note: plant('茶两'), needs: [need] });
      const ticket = aTicketAsked(visit, { phone: plantPhone() });
      secrets.push(link.linkCode, ticket.claimCode);
      expect(new Set(await phone.outcomes(link, visit, ticket))).toEqual(new Set(['stored']));
      const path = `/ledger/${link.ledgerEntryId}`;
      const words = { name: plant('林'), phone: plantPhone(), address: plant('榕树') };
      await t.http.send('PUT', path, {
        token: visitor.token,
        body: { ...words, householdId: null, version: 1 },
      });
      for (const what of sensitiveFields)
        await t.http.post(
          `${path}/fields`,
          { field: what, text: plant('病情'), agreed: true, version: 1 },
          visitor,
        );
    }
    const { body } = await t.http.post<SealingKey>('/visits/sealing-keys', {}, visitor);
    secrets.push(body.submitToken, visitor.token);
    await phone.sync({ ...aLink(plant('格')), name: plant('坏'), more: plant('项') } as never);
  }

  /** The ways in which a log might come to quote her. */
  async function refused(token: string): Promise<void> {
    const text = plant('长');
    await t.http.post('/case-tickets', { text, kind: text, [plant('项')]: text });
    await t.http.get(
      `/divisions?search=${encodeURIComponent(plant('街'))}&x=${encodeURIComponent(text)}`,
    );
    await t.http.get(`/nowhere/${encodeURIComponent(plant('路'))}`);
    await t.http.get('/me', { token: plant('假') });
    await t.http.post(`/desk/case-tickets/${plant('单')}/moves`, { to: text }, { token });
  }

  it('would be found if a name were kept open', async () => {
    const name = plant('王');
    const { accountId } = await aPerson(t, [], name);
    expect(await plantedValuesFound(t, [name], visible)).toEqual([]);

    await t.dataSource.manager.update(AccountRow, { id: accountId }, { name });

    expect((await plantedValuesFound(t, [name], visible)).length).toBeGreaterThan(0);
  });
});
