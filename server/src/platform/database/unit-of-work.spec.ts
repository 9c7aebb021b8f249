import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Column, DataSource, Entity, Index } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Config } from '../config';
import { column } from './columns';
import { makeDataSource } from './data-source';
import { isUniqueViolation } from './faults';
import { change, findRow, insertRow } from './rows';
import { createTable } from './table';
import { UnitOfWork } from './unit-of-work';

@Entity('seat')
@Index('seat_taker', ['taker'], { unique: true })
class Seat {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.str(20))
  taker!: string;

  @Column(column.at())
  takenAt!: number;

  @Column(column.bool())
  paid!: boolean;
}

class CreateSeat1000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'seat',
      {
        id: column.key(column.id()),
        taker: column.str(20),
        taken_at: column.at(),
        paid: column.bool(),
      },
      [{ name: 'seat_taker', columns: ['taker'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('seat');
  }
}

const onMariaDb = process.env.TEST_DB === 'mariadb';
const server = process.env.TEST_MARIADB_URL ?? 'mysql://root@127.0.0.1:3306';
const schema = `unit_of_work_${randomUUID().slice(0, 8)}`;
const dataDir = mkdtempSync(join(tmpdir(), 'unit-of-work-'));

/** As another request would, beside the unit of work that asks for it. */
const outside: <T>(act: () => Promise<T>) => Promise<T> = AsyncLocalStorage.snapshot();

async function onServer(sql: string): Promise<void> {
  const connection = await createConnection(server);
  await connection.query(sql);
  await connection.end();
}

describe('a unit of work', () => {
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let config: Config;

  beforeAll(async () => {
    if (onMariaDb) await onServer(`CREATE DATABASE ${schema} COLLATE utf8mb4_bin`);
    const databaseUrl = onMariaDb ? `${server}/${schema}` : undefined;
    config = { dataDir, databaseUrl, poolSize: 20 } as Config;
    dataSource = makeDataSource(config, [Seat], [CreateSeat1000000000001]);
    await dataSource.initialize();
    await dataSource.runMigrations();
    unitOfWork = new UnitOfWork(dataSource);
  });

  beforeEach(() => dataSource.manager.clear(Seat));

  afterAll(async () => {
    await dataSource.destroy();
    if (onMariaDb) await onServer(`DROP DATABASE ${schema}`);
    rmSync(dataDir, { recursive: true });
  });

  const seat = (taker: string) => ({
    id: taker.padEnd(26, '-'),
    taker,
    takenAt: 1_790_000_000_123,
    paid: true,
  });

  it('migrates to just what the entities say', async () => {
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('keeps moments, text and booleans as they were', async () => {
    await unitOfWork.run((tx) => tx.insert(Seat, seat('甲👩‍👧')));

    expect(await unitOfWork.reader.findOneBy(Seat, { taker: '甲👩‍👧' })).toEqual(seat('甲👩‍👧'));
    expect(await unitOfWork.reader.findOneBy(Seat, { taker: '甲👩‍👧', paid: false })).toBeNull();
  });

  it('tells apart what differs by case, accent or width', async () => {
    await unitOfWork.run((tx) => tx.insert(Seat, [seat('abc'), seat('ABC'), seat('é'), seat('e')]));

    expect(await unitOfWork.reader.countBy(Seat, { taker: 'abc' })).toBe(1);
  });

  it('runs two hundred at once, half of them failing, and keeps just the other half', async () => {
    const work = Array.from({ length: 200 }, (_, n) =>
      unitOfWork.run(async (tx) => {
        await tx.insert(Seat, seat(`w${n}`));
        if (n % 2 === 1) throw new Error('undone');
      }),
    );

    const outcomes = await Promise.allSettled(work);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    expect(await unitOfWork.reader.count(Seat)).toBe(100);
  });

  it('keeps a row written beside a unit of work that is undone', async () => {
    const undone = unitOfWork.run(async (tx) => {
      await tx.insert(Seat, seat('inside'));
      throw new Error('undone');
    });
    const beside = dataSource.manager.insert(Seat, seat('beside'));

    await Promise.allSettled([undone, beside]);

    expect((await unitOfWork.reader.find(Seat)).map(({ taker }) => taker)).toEqual(['beside']);
  });

  it('answers only when another process can read what it wrote', async () => {
    const other = makeDataSource(config, [Seat], []);
    await other.initialize();
    const isThere = async (taker: string) => {
      await unitOfWork.run((tx) => tx.insert(Seat, seat(taker)));
      return other.manager.existsBy(Seat, { taker });
    };

    const seen = await Promise.all(Array.from({ length: 50 }, (_, n) => isThere(`w${n}`)));

    await other.destroy();
    expect(new Set(seen)).toEqual(new Set([true]));
  });

  if (!onMariaDb)
    it('gives no refusal that rests on what was then lost', async () => {
      const deferred = 'REFERENCES seat (taker) DEFERRABLE INITIALLY DEFERRED';
      await dataSource.query(`CREATE TABLE pledge (taker TEXT ${deferred})`);
      const [first, second] = await Promise.allSettled([
        unitOfWork.run(async (tx) => {
          await tx.insert(Seat, seat('taken'));
          await tx.query("INSERT INTO pledge VALUES ('nobody')");
        }),
        unitOfWork.run(async (tx) => {
          if (await tx.existsBy(Seat, { taker: 'taken' })) throw new Error('taken already');
        }),
      ]);
      await dataSource.query('DROP TABLE pledge');

      expect(first).toMatchObject({ status: 'rejected' });
      expect(second).toMatchObject({ status: 'rejected' });
      expect(String((second as PromiseRejectedResult).reason)).toMatch(/FOREIGN KEY/);
      expect(await unitOfWork.reader.count(Seat)).toBe(0);
    });

  it('shows to a reader nothing that may still be undone', async () => {
    let seen: number | undefined;
    await Promise.allSettled([
      unitOfWork.run((tx) => tx.insert(Seat, seat('kept'))),
      unitOfWork.run(async (tx) => {
        await tx.insert(Seat, seat('undone'));
        seen = await outside(() => unitOfWork.reader.countBy(Seat, { taker: 'undone' }));
        throw new Error('undone');
      }),
    ]);

    expect(seen).toBe(0);
    expect(await unitOfWork.reader.countBy(Seat, { taker: 'kept' })).toBe(1);
  });

  it('binds numbers as they are: whole, large and broken', async () => {
    const whole = 2 ** 53 - 1;
    const is = (value: number) => dataSource.query('SELECT ? = ? AS same', [value, value]);
    await unitOfWork.run((tx) => tx.insert(Seat, { ...seat('large'), takenAt: whole }));

    const [row] = await dataSource.query<{ at: number }[]>(
      'SELECT taken_at AS at FROM seat WHERE taken_at = ?',
      [whole],
    );
    expect(Number(row?.at)).toBe(whole);
    for (const value of [0, -1, 1.5, whole]) expect(await is(value)).toMatchObject([{ same: 1 }]);
  });

  it('has one text for a statement, whatever its numbers', () => {
    const after = (now: number) =>
      unitOfWork.reader
        .createQueryBuilder(Seat, 's')
        .where('s.takenAt > :now', { now })
        .getQueryAndParameters()[0];
    const [one, other] = [after(1_790_000_000_123), after(1_790_000_000_124)];

    expect(one).toBe(other);
  });

  it('puts one row in and takes it out as the entity says, with plain statements', async () => {
    await unitOfWork.run((tx) => insertRow(tx, Seat, { ...seat('甲👩‍👧'), paid: false }));
    const taken = (taker: string) => findRow(unitOfWork.reader, Seat, 'taker = ?', [taker]);

    expect(await taken('甲👩‍👧')).toEqual({ ...seat('甲👩‍👧'), paid: false });
    expect(await taken('乙')).toBeNull();
    const pay = 'UPDATE seat SET paid = ? WHERE taker = ? AND paid = ?';
    const paid = (taker: string) => unitOfWork.run((tx) => change(tx, pay, [true, taker, false]));
    expect([await paid('乙'), await paid('甲👩‍👧'), await paid('甲👩‍👧')]).toEqual([0, 1, 0]);
    expect(await unitOfWork.reader.countBy(Seat, { paid: true })).toBe(1);
  });

  // On SQLite units of work come one after another.
  if (onMariaDb)
    it('sees what others have kept meanwhile', async () => {
      const counts = await unitOfWork.run(async (tx) => {
        const before = await tx.count(Seat);
        await outside(() => unitOfWork.run((other) => other.insert(Seat, seat('meanwhile'))));
        return [before, await tx.count(Seat)];
      });

      expect(counts).toEqual([0, 1]);
    });

  it('refuses to step out of its transaction', async () => {
    await expect(unitOfWork.run(() => unitOfWork.reader.count(Seat))).rejects.toThrow(
      'use its transaction',
    );
    await expect(unitOfWork.run(() => unitOfWork.run((tx) => tx.count(Seat)))).rejects.toThrow(
      'pass the',
    );
  });

  it('knows a duplicate by unique key and by primary key', async () => {
    await unitOfWork.run((tx) => tx.insert(Seat, seat('first')));

    const insert = (row: object) =>
      unitOfWork.run((tx) => tx.insert(Seat, { ...seat('first'), ...row }));

    expect(await insert({ id: 'x'.repeat(26) }).catch(isUniqueViolation)).toBe(true);
    expect(await insert({ taker: 'other' }).catch(isUniqueViolation)).toBe(true);
  });

  it('runs the whole work again when another transaction stood in its way', async () => {
    let attempts = 0;
    await unitOfWork.run(async (tx) => {
      attempts += 1;
      await tx.insert(Seat, seat('again'));
      if (attempts < 3) throw Object.assign(new Error('deadlock'), { errno: 1213 });
    });

    expect(attempts).toBe(3);
    expect(await unitOfWork.reader.count(Seat)).toBe(1);
  });
});
