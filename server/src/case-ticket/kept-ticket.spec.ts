import type { KeptTicket, Page, RefusalBody } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { plantedValuesFound } from '../../test/planted-values';
import { aTree, type Tree } from '../../test/trees';
import { keptDays } from './retention';
import { KeptTicketRow } from './kept-ticket.entity';
import { Shredding } from './shredding.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());
beforeEach(() => t.clock.tell('2026-11-26T09:00:00+08:00'));

const asked = () => aTicket(t, { kind: 'domestic_violence', divisionCode: tree.codes.town });
const keep = ({ claimCode }: { claimCode: string }, token?: string, key = anIdempotencyKey()) =>
  t.http.post<KeptTicket & RefusalBody>(
    '/case-tickets/claim/keep',
    { claimCode },
    { token, headers: { 'idempotency-key': key } },
  );
const mine = async (token: string) =>
  (await t.http.get<Page<KeptTicket>>('/me/case-tickets', { token })).body.items;
const remove = (id: string, token: string) => t.http.delete(`/me/case-tickets/${id}`, { token });
const rows = () => t.dataSource.manager.find(KeptTicketRow);

describe('a ticket that she takes to her account', () => {
  it('is there under a neutral name with its state, and nothing of its kind or words', async () => {
    const { token } = await aPerson(t);
    const { token: staffs } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    const ticket = await asked();

    expect(await mine(token)).toEqual([]);
    const kept = await keep(ticket, token);
    await staff(t, staffs).move(ticket.id, 'accepted');

    expect(kept.status).toBe(201);
    expect(await mine(token)).toEqual([
      {
        id: kept.body.id,
        title: '11月26日收进的一件事',
        state: 'accepted',
        keptDay: '2026-11-26',
      },
    ]);
  });

  it('is there once, however often she sends it', async () => {
    const { token } = await aPerson(t);
    const ticket = await asked();
    const sent = await Promise.all(Array.from({ length: 10 }, () => keep(ticket, token)));

    expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    expect(await mine(token)).toHaveLength(1);
  });

  it('needs an account and the right code, and is nobody else’s', async () => {
    const { token } = await aPerson(t);
    const { token: stranger } = await aPerson(t);
    const ticket = await asked();

    expect((await keep(ticket)).status).toBe(401);
    expect((await keep({ claimCode: '1'.repeat(20) }, token)).body.code).toBe(
      'claim_code_not_found',
    );
    const { body } = await keep(ticket, token);
    expect(await mine(stranger)).toEqual([]);
    expect((await remove(body.id, stranger)).status).toBe(404);
    expect(await mine(token)).toHaveLength(1);
  });

  it('is taken away again without touching the ticket', async () => {
    const { token } = await aPerson(t);
    const ticket = await asked();
    const { body } = await keep(ticket, token);

    expect((await remove(body.id, token)).body).toEqual({ removed: true });

    expect(await mine(token)).toEqual([]);
    expect(await remove(body.id, token)).toMatchObject({
      status: 404,
      body: { code: 'kept_ticket_not_found' },
    });
    expect((await claim(t, ticket)).status).toBe(200);
  });

  it('is kept for nobody who goes at that moment', async () => {
    const before = (await rows()).length;
    for (let round = 0; round < 5; round += 1) {
      const { token } = await aPerson(t);
      const tickets = await Promise.all([asked(), asked(), asked()]);
      const leaving = t.http.delete('/me', { token, body: { confirm: '删除' } });
      await Promise.all([...tickets.map((ticket) => keep(ticket, token)), leaving]);
    }
    expect(await rows()).toHaveLength(before);
  });

  it('goes when the ticket itself is shredded', async () => {
    const { token } = await aPerson(t);
    const ticket = await asked();
    await keep(ticket, token);
    await claim(t, ticket, 'withdraw');
    const before = (await rows()).length;
    t.clock.pass({ days: keptDays.withdrawn! });

    await t.app.get(Shredding).shred();

    expect((await rows()).length).toBe(before - 1);
  });

  it('has its two ends in no row together, nor either of them in the open', async () => {
    const { token, accountId } = await aPerson(t);
    const ticket = await asked();
    const { body } = await keep(ticket, token);
    const columns = t.dataSource.getMetadata(KeptTicketRow).columns;

    const [row] = (await rows()).filter(({ id }) => id === body.id);
    expect(columns.map(({ databaseName }) => databaseName).sort()).toEqual([
      'account_mark',
      'id',
      'sealed_ticket',
      'ticket_mark',
    ]);
    for (const end of [accountId, ticket.id, '2026-11'])
      expect(JSON.stringify(row)).not.toContain(end);

    const pair = JSON.stringify({ ticketId: ticket.id, keptDay: '2026-11-26' });
    expect(await plantedValuesFound(t, [pair, ticket.claimCode], ticket.id)).toEqual([]);
  });
});
