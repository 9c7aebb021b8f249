import type { DataSource } from 'typeorm';
import { AccountRow } from '../src/account';
import { accountName } from '../src/account/account.entity';
import { Cipher } from '../src/platform/crypto/cipher';
import type { RingKey } from '../src/platform/crypto/keys';
import { newId } from '../src/platform/ids';
import { openDatabase } from '../src/tables';
import { testConfig } from './config';
import { aDatabase, type TestDatabase } from './databases';
import { envOf, runBuilt } from './process';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const ringKey = (id: string, fill: number): RingKey => ({ id, key: Buffer.alloc(32, fill) });
const older = ringKey('k1', 1);
const newer = ringKey('k2', 9);
const rows = 3000;

describe('the rotation of keys', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  const configWith = (...ring: RingKey[]) => {
    const { keys } = testConfig();
    return testConfig({ ...database, keys: { ...keys, ring } });
  };
  const accounts = () => dataSource.manager.find(AccountRow);
  const readable = async (...ring: RingKey[]) => {
    const cipher = new Cipher(configWith(...ring));
    const read = (await accounts()).map(
      ({ id, name }) => cipher.open(accountName, id, name) === id,
    );
    return read.filter(Boolean).length;
  };
  const sealedWith = async ({ id }: RingKey) =>
    (await accounts()).filter(({ name }) => name.startsWith(`${id}.`)).length;

  beforeAll(async () => {
    database = await aDatabase();
    dataSource = await openDatabase(configWith(older));
    const cipher = new Cipher(configWith(older));
    const people = Array.from({ length: rows }, () => {
      const id = newId();
      const name = cipher.seal(accountName, id, id);
      return { id, name, isInvented: true, createdAt: 0, demonstrationId: null };
    });
    for (let from = 0; from < rows; from += 500)
      await dataSource.manager.insert(AccountRow, people.slice(from, from + 500));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const rotate = (kill?: (batches: number) => boolean) =>
    runBuilt('rotate-keys.js', envOf(configWith(newer, older)), (out, child) => {
      if (kill?.(out.split(' more').length - 1)) child.kill('SIGKILL');
    });

  it('goes on where it was killed, and everything opens all the while', async () => {
    const killed = await rotate((batches) => batches >= 3);

    expect(killed.signal).toBe('SIGKILL');
    const done = await sealedWith(newer);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(rows);
    expect(await readable(newer, older)).toBe(rows);

    const resumed = await rotate();

    expect(resumed).toMatchObject({ code: 0, err: '' });
    expect(resumed.out).toContain(`account.name: ${rows - done} sealed anew, 0 left`);
    expect(await sealedWith(newer)).toBe(rows);
  });

  it('leaves nothing that needs the older key', async () => {
    expect(await readable(newer)).toBe(rows);
  });

  it('does nothing twice', async () => {
    const before = await accounts();
    expect((await rotate()).out).toContain('account.name: 0 sealed anew, 0 left');
    expect(await accounts()).toEqual(before);
  });

  it('stops at a value that no key of the ring opens, and changes nothing of its batch', async () => {
    const stranger = new Cipher(configWith(ringKey('k0', 7)));
    const id = newId();
    const name = stranger.seal(accountName, id, '某人');
    const row = { id, name, isInvented: true, createdAt: 0, demonstrationId: null };
    await dataSource.manager.insert(AccountRow, row);

    const { code, err } = await rotate();

    expect(code).toBe(1);
    expect(err).toContain(`account.name.${id}`);
    expect(err).not.toContain('某人');
  });
});
