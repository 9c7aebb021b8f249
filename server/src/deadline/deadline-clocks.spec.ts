import { startApp, type TestApp } from '../../test/app';
import { DeadlineClocks1000000000610 } from './deadline-clocks.migration';
import { Deadlines } from './deadline.service';

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

it('clocks from before get their beginning, and what runs is looked at again', async () => {
  const migration = new DeadlineClocks1000000000610();
  const runner = t.dataSource.createQueryRunner();
  await migration.down(runner);
  await runner.query(
    `INSERT INTO deadline (subject_id, rule, due_day, why_not, met_on) VALUES
      ('a', 'petition_reply', NULL, 'name_or_address_unknown', NULL),
      ('a', 'petition_settlement', '2027-01-25', NULL, NULL),
      ('b', 'petition_settlement', '2027-01-25', NULL, '2026-12-24')`,
  );
  await migration.up(runner);
  const looks: unknown = await runner.query(
    'SELECT subject_id, look_at FROM deadline WHERE look_at IS NOT NULL',
  );
  await runner.release();

  const clocks = await t.app.get(Deadlines).of(t.dataSource.manager, ['a', 'b']);
  const counted = '从 2026年11月26日 起 60 个自然日';
  expect(clocks.get('a')).toMatchObject([
    { rule: 'petition_reply', counted: null, dueDay: null },
    { rule: 'petition_settlement', counted, dueDay: '2027-01-25' },
  ]);
  expect(clocks.get('b')).toMatchObject([{ counted, metOn: '2026-12-24' }]);
  expect(looks).toHaveLength(1);
});
