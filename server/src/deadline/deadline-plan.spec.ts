import { addDays, momentAt } from '@niangjia/shared';
import type { SelectQueryBuilder } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { clocksDue, clocksToLookAt, openEscalations } from './deadline.repository';

jest.setTimeout(120_000);

const onMariaDb = process.env.TEST_DB === 'mariadb';
const rowCount = 100_000;
const batch = 2500;
const id = (n: number): string => String(n).padStart(26, '0');
const dayOf = (n: number) => addDays('2026-01-01', n % 700);
const now = momentAt('2026-11-26', 540);
const [desk, busyDesk] = [id(1), id(2)];

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  await fill('deadline (subject_id, rule, due_day, look_at)', (n) => {
    // Most are over or far away; of those that are due there are a few hundred.
    const lookAt = n % 300 === 0 ? now - n : n % 2 ? 'NULL' : now + n * 60_000;
    return `'${id(n)}','petition_settlement','${dayOf(n)}',${lookAt}`;
  });
  await fill(
    'deadline_escalation (id, federation_id, subject_id, rule, due_day, escalated_at, open)',
    (n) => {
      const federationId = n % 400 === 0 ? desk : n % 3 ? busyDesk : id(10 + (n % 500));
      const open = n % 10 === 0 ? 1 : 0;
      return `'${id(n)}','${federationId}','${id(n)}','petition_reply','${dayOf(n)}',${now},${open}`;
    },
  );
  await t.dataSource.query(onMariaDb ? 'ANALYZE TABLE deadline, deadline_escalation' : 'ANALYZE');
});
afterAll(() => t.close());

async function fill(into: string, valuesOf: (n: number) => string): Promise<void> {
  for (let from = 0; from < rowCount; from += batch) {
    const values = Array.from({ length: batch }, (_, n) => `(${valuesOf(from + n)})`);
    await t.dataSource.query(`INSERT INTO ${into} VALUES ${values.join()}`);
  }
}

async function planOf<Row extends object>(query: SelectQueryBuilder<Row>): Promise<string> {
  const [sql, values] = query.getQueryAndParameters();
  const explain = onMariaDb ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  return JSON.stringify(await t.dataSource.query<unknown>(`${explain} ${sql}`, values));
}

const sorts = /filesort|TEMP B-TREE|SCAN/;

describe('among a hundred thousand rows a range of one index, without sorting, is', () => {
  it('what is to be looked at now, and what comes after it', async () => {
    const { manager } = t.dataSource;
    const [first] = await clocksToLookAt(manager, now, undefined, 200).getMany();
    for (const after of [undefined, first]) {
      const plan = await planOf(clocksToLookAt(manager, now, after, 200));
      expect(plan).toContain('deadline_look');
      expect(plan).not.toMatch(sorts);
    }
    const rest = await clocksToLookAt(manager, now, first, 1000).getMany();
    expect(rest).toHaveLength(Math.ceil(rowCount / 300) - 1);
  });

  it('what ran out within a month, by its day', async () => {
    const { manager } = t.dataSource;
    const due = clocksDue(manager, 'petition_settlement', '2026-11-01', '2026-11-30');
    const plan = await planOf(due.orderBy('d.dueDay').addOrderBy('d.subjectId').limit(21));
    expect(plan).toContain('deadline_due');
    expect(plan).not.toMatch(sorts);
  });

  it.each([desk, busyDesk])('what came up to the desk %s', async (federationId) => {
    for (const after of [
      ['', ''],
      ['2026-11-26', id(500)],
    ] as const) {
      const plan = await planOf(openEscalations(t.dataSource.manager, federationId, after, 21));
      expect(plan).toContain('deadline_escalation_desk');
      expect(plan).not.toMatch(sorts);
    }
  });
});
