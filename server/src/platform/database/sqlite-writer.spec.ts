import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteAdapter } from './sqlite-adapter';
import { SqliteWriter } from './sqlite-writer';

describe('the one writer', () => {
  let folder: string;
  let database: SqliteAdapter;
  let writer: SqliteWriter;
  let sent: string[];
  /** What the disk says to a statement. */
  let broken: Record<string, Error>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'writer-'));
    database = new SqliteAdapter(join(folder, 'seats'), {});
    database.exec('CREATE TABLE seat (taker TEXT)');
    sent = [];
    broken = {};
    writer = new SqliteWriter((sql) => {
      sent.push(sql);
      if (broken[sql]) throw broken[sql];
      database.exec(sql);
    });
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  async function seat(taker: string, isKept = true): Promise<string> {
    const unit = await writer.begin();
    database.exec(`INSERT INTO seat VALUES ('${taker}')`);
    return (isKept ? unit.keep() : unit.undo()).then(
      () => `${taker} ${isKept ? 'kept' : 'undone'}`,
      (fault: Error) => `${taker} lost: ${fault.message}`,
    );
  }
  const takers = () => database.prepare('SELECT taker FROM seat').all();

  it('commits once for all that come at once, and undoes one of them alone', async () => {
    const told = await Promise.all([seat('a'), seat('b', false), seat('c')]);

    expect(told).toEqual(['a kept', 'b undone', 'c kept']);
    expect(takers()).toEqual([{ taker: 'a' }, { taker: 'c' }]);
    expect(sent.filter((sql) => /BEGIN|COMMIT/.test(sql))).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  it('tells nobody that it kept what its commit then lost, and goes on', async () => {
    broken.COMMIT = new Error('disk full');
    const told = await Promise.all([seat('a'), seat('b')]);
    broken = {};

    expect(told).toEqual(['a lost: disk full', 'b lost: disk full']);
    expect(takers()).toEqual([]);
    expect(await seat('c')).toBe('c kept');
  });

  it('loses with the batch the refusal that rests on it', async () => {
    broken.COMMIT = new Error('disk full');
    const told = await Promise.all([seat('a'), seat('b', false)]);

    expect(told).toEqual(['a lost: disk full', 'b lost: disk full']);
  });

  it('loses the whole batch when SQLite gave up the transaction in the midst of a unit', async () => {
    const first = seat('a');
    const unit = await writer.begin();
    database.exec('ROLLBACK');
    await expect(unit.undo()).rejects.toThrow('TRANSACTION_GIVEN_UP');

    expect(await first).toMatch(/^a lost: TRANSACTION_GIVEN_UP/);
    expect(await seat('b')).toBe('b kept');
    expect(takers()).toEqual([{ taker: 'b' }]);
  });

  it('ends the batch before what must stand outside a transaction', async () => {
    const first = seat('a');
    await writer.alone(() => database.exec('VACUUM'));

    expect(await first).toBe('a kept');
  });

  it('writes nothing more after a failed fsync, and still undoes and reads', async () => {
    broken.COMMIT = Object.assign(new Error('fsync'), { errcode: 1034 });
    const told = await Promise.all([seat('a'), seat('b')]);
    broken = {};

    expect(told).toEqual(['a lost: fsync', 'b lost: fsync']);
    await expect(writer.begin()).rejects.toThrow('fsync');
    await expect(writer.alone(() => undefined)).rejects.toThrow('fsync');
    expect(takers()).toEqual([]);
  });

  it('sends away who would begin long after she asked', async () => {
    const [first, second] = [await writer.begin(), writer.begin()];
    const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 16_000);
    await first.undo();

    await expect(second).rejects.toThrow('NO_TURN_IN_TIME');
    later.mockRestore();
    expect(await seat('a')).toBe('a kept');
  });

  it('leaves another process alone after three tries in vain, for a while', async () => {
    broken['BEGIN IMMEDIATE'] = new Error('busy');
    await Promise.allSettled([seat('a'), seat('b'), seat('c'), seat('d')]);
    broken = {};

    expect(sent).toEqual(Array(3).fill('BEGIN IMMEDIATE'));
    await expect(writer.begin()).rejects.toThrow('busy');
    const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 3001);
    expect(await seat('a')).toBe('a kept');
    later.mockRestore();
  });

  it('lets go of the gate when the database cannot begin', async () => {
    broken['BEGIN IMMEDIATE'] = new Error('busy');
    await expect(writer.begin()).rejects.toThrow('busy');
    broken = {};

    expect(await seat('a')).toBe('a kept');
  });
});
