import type { RefusalBody } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { Accounts } from './account.service';
import { SessionRow } from './session.entity';
import { Sessions } from './session.service';

jest.setTimeout(60_000);

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

const leave = (token: string) =>
  t.http.delete<RefusalBody>('/me', { token, body: { confirm: '删除' } });

describe('an account that is held for something of hers', () => {
  it('is there, and the deletion waits until the work is done', async () => {
    const { accountId, token } = await aPerson(t);
    const order: string[] = [];
    let held = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => (held = resolve));

    const written = t.app.get(UnitOfWork).run(async (tx) => {
      await t.app.get(Accounts).holdFor(tx, accountId);
      held();
      // Time enough for a deletion that would not wait.
      for (let n = 0; n < 200; n += 1) await tx.query('SELECT 1');
      order.push('written');
    });
    await isHeld;
    const left = leave(token).then(({ status }) => order.push(`left ${status}`));
    await written;
    await left;

    expect(order).toEqual(['written', 'left 200']);
  });

  it('is refused when she has gone', async () => {
    const { accountId, token } = await aPerson(t);
    await leave(token);

    const holding = t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).holdFor(tx, accountId));
    const refused = await holding.catch((fault: unknown) => fault);

    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'session_ended' });
  });

  it('is deleted once, however many ask', async () => {
    const { token } = await aPerson(t);
    const asked = await Promise.all(Array.from({ length: 5 }, () => leave(token)));
    const statuses = asked.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 401, 401, 401, 401]);
  });

  it('gains no session after it went', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { accountId, token } = await aPerson(t);
      const start = () =>
        t.app.get(UnitOfWork).run(async (tx) => {
          await t.app.get(Accounts).holdFor(tx, accountId);
          return t.app.get(Sessions).start(tx, accountId, []);
        });
      await Promise.allSettled([start(), leave(token), start()]);
      expect(await t.dataSource.manager.countBy(SessionRow, { accountId })).toBe(0);
    }
  });
});
