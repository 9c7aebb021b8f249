import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { Sessions, SessionRow } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { Audit, AuditEntryRow } from '.';

describe('the audit', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  const entries = (subjectId: string) =>
    t.dataSource.manager.find(AuditEntryRow, { where: { subjectId }, order: { id: 'ASC' } });

  it('says when a session was started and ended, and by whom', async () => {
    const { token, accountId } = await aPerson(t);
    const { id } = await t.dataSource.manager.findOneByOrFail(SessionRow, { accountId });
    await t.http.delete('/sessions/current', { token });

    const rows = await entries(id);

    expect(rows.map(({ action }) => action).sort()).toEqual(['session.ended', 'session.started']);
    expect(rows.every((row) => row.accountId === accountId && row.at === t.clock.now())).toBe(true);
  });

  it('is part of the act: without it nothing is done', async () => {
    const { accountId } = await aPerson(t);
    const count = () => t.dataSource.manager.countBy(SessionRow, { accountId });
    const before = await count();
    const start = () =>
      t.app.get(UnitOfWork).run((tx) => t.app.get(Sessions).start(tx, accountId, []));

    await t.dataSource.query('ALTER TABLE audit_entry RENAME TO audit_gone');
    await expect(start()).rejects.toThrow();
    await t.dataSource.query('ALTER TABLE audit_gone RENAME TO audit_entry');

    expect(await count()).toBe(before);
    await start();
    expect(await count()).toBe(before + 1);
  });

  it('tells who read something, first to last, and nothing that was undone', async () => {
    const audit = t.app.get(Audit);
    const subject = { type: 'case_ticket', id: newId() };
    const [first, second] = [newId(), newId()];
    const read = (accountId: string, act = 'read') =>
      t.app.get(UnitOfWork).run((tx) => audit.record(tx, { accountId, act, subject }));

    await read(second);
    t.clock.pass({ seconds: 1 });
    await read(first);
    await read(first, 'move');
    await expect(
      t.app.get(UnitOfWork).run(async (tx) => {
        await audit.record(tx, { accountId: first, act: 'read', subject });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');

    expect((await audit.readsOf(subject)).map(({ accountId }) => accountId)).toEqual([
      second,
      first,
    ]);
  });
});
