import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { In } from 'typeorm';
import { makeApp } from '../src/app';
import { AuditChain } from '../src/audit';
import { CaseTicket } from '../src/case-ticket';
import { restoring } from '../src/installation';
import type { Config } from '../src/platform/config';
import { restore as putBack } from '../src/platform/backup/restore';
import { connectDatabase, openDatabase } from '../src/tables';
import { anActivity, register } from './activities';
import { startApp, type TestApp } from './app';
import { aTicket, claim, staff } from './case-tickets';
import { testConfig } from './config';
import { aDatabase, type TestDatabase } from './databases';
import { brokenInvariants } from './faults/invariants';
import { fingerprintOfCopy } from './fingerprint';
import { aPerson } from './given';
import { Http } from './http';
import { type Ended, envOf, runBuilt } from './process';
import { aTree, type Tree } from './trees';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let t: TestApp;
let tree: Tree;
let folder: string;
let places: TestDatabase[];

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'niangjia-backup-'));
  places = [];
});
afterEach(async () => {
  for (const place of places) await place.drop();
  rmSync(folder, { recursive: true, force: true });
});

const configOf = (app: TestApp): Config => {
  const { options } = app.dataSource;
  return app.dataSource.options.type === 'mysql'
    ? testConfig({ databaseUrl: (options as { url: string }).url, dataDir: folder })
    : testConfig({ dataDir: join(String(options.database), '..') });
};
const backUp = (file: string): Promise<Ended> =>
  runBuilt('backup.js', envOf(configOf(t)), undefined, [file]);
const restore = (config: Config, file: string): Promise<Ended> =>
  runBuilt('restore.js', envOf(config), undefined, [file]);

async function anEmptyPlace(): Promise<Config> {
  const place = await aDatabase();
  places.push(place);
  return testConfig({ dataDir: place.dataDir, databaseUrl: place.databaseUrl });
}

async function aDay() {
  const ticket = await aTicket(t, { divisionCode: tree.codes.town });
  const she = await aPerson(t);
  await register(t, await anActivity(t, tree.town), she);
  const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  await staff(t, token).write(ticket.id, '我们下午来');
  return ticket;
}

/** Asks for help without a pause until the work is done; answers how often. */
async function whileAsking<T>(work: () => Promise<T>): Promise<{ done: T; asked: number }> {
  let asked = 0;
  let isOver = false;
  const asking = (async () => {
    for (; !isOver; asked += 1) await aTicket(t, { divisionCode: tree.codes.town });
  })();
  const done = await work().finally(() => (isOver = true));
  await asking;
  return { done, asked };
}

describe('a backup', () => {
  it('goes back into an empty place: every table is equal, and the service serves', async () => {
    const { claimCode } = await aDay();
    // Else it is sealed by the clock after the backup was made.
    await t.app.get(AuditChain).sealAll();
    const file = join(folder, 'a.backup');
    expect(await backUp(file)).toMatchObject({ code: 0, err: '' });
    const config = await anEmptyPlace();

    const restored = await restore(config, file);

    expect(restored).toMatchObject({ code: 0, err: '' });
    const dataSource = await openDatabase(config);
    expect(await fingerprintOfCopy(dataSource)).toEqual(await fingerprintOfCopy(t.dataSource));
    const app = await makeApp({ config, clock: t.clock, dataSource }, { write: () => undefined });
    await app.getHttpAdapter().getInstance().ready();
    expect(await claim({ http: new Http(app) }, { claimCode })).toMatchObject({ status: 200 });
    await app.close();
    process.stdout.write(`  restored ${restored.out.trim()}\n`);
  });

  it('is whole when it is made under load, and holds what was acknowledged before', async () => {
    const acknowledged = [(await aDay()).id, (await aDay()).id];
    const file = join(folder, 'a.backup');

    const { done, asked } = await whileAsking(() => backUp(file));

    expect(done).toMatchObject({ code: 0, err: '' });
    const config = await anEmptyPlace();
    expect(await restore(config, file)).toMatchObject({ code: 0, err: '' });
    const dataSource = await openDatabase(config);
    expect(await brokenInvariants(dataSource)).toEqual([]);
    const there = await dataSource.manager.findBy(CaseTicket, { id: In(acknowledged) });
    expect(there).toHaveLength(acknowledged.length);
    await dataSource.destroy();
    process.stdout.write(`  ${asked} asked for help while it was made\n`);
  });

  it('is refused with one wrong bit anywhere, or cut off, and nothing is written', async () => {
    await aDay();
    const file = join(folder, 'a.backup');
    await backUp(file);
    const whole = readFileSync(file);
    const config = await anEmptyPlace();
    const places = [
      0,
      18,
      30,
      70,
      Math.floor(whole.length / 2),
      whole.length - 20,
      whole.length - 1,
    ];
    const broken = [
      ...places.map((at) => {
        const copy = Buffer.from(whole);
        copy[at]! ^= 1;
        return copy;
      }),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 300),
      whole.subarray(0, 100),
      Buffer.alloc(0),
    ];

    const dataSource = await connectDatabase(config);
    await dataSource.runMigrations();
    for (const [index, bytes] of broken.entries()) {
      const other = join(folder, `${index}.backup`);
      writeFileSync(other, bytes);
      const asked = putBack(dataSource, config.keys.ring, other, restoring);
      await expect(asked).rejects.toThrow(/^(?:The backup|This file)[^\n]*$/);
    }
    await dataSource.destroy();

    expect(await restore(config, file)).toMatchObject({ code: 0 });
    process.stdout.write(`  ${broken.length} of ${broken.length} broken backups refused\n`);
  });

  it('is sealed, readable by its owner alone, and opens with no other key', async () => {
    const file = join(folder, 'a.backup');
    await backUp(file);
    const { keys } = testConfig();
    const config = await anEmptyPlace();
    const ring = (id: string) => [{ id, key: Buffer.alloc(32, 9) }];

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('federation')).toBe(false);
    expect(() => gunzipSync(readFileSync(file).subarray(65))).toThrow();
    const withKey = (id: string) => restore({ ...config, keys: { ...keys, ring: ring(id) } }, file);
    expect((await withKey('k9')).err).toBe('The backup needs the key k1 in KEY_RING.\n');
    expect((await withKey('k1')).err).toMatch(/^The backup is damaged/);
  });

  it('goes into no place that holds something, and no server starts on a part of it', async () => {
    await aDay();
    const file = join(folder, 'a.backup');
    await backUp(file);
    const config = await anEmptyPlace();
    await (await openDatabase(testConfig({ ...config }))).destroy();
    expect((await restore(config, file)).err).toMatch(/^There is something in installation: /);

    const part = await anEmptyPlace();
    const dataSource = await openDatabase(part);
    await dataSource.query("UPDATE installation SET mode = 'restoring'");
    await dataSource.destroy();
    const { code, err } = await runBuilt('main.js', envOf(part));

    expect({ code, err }).toEqual({
      code: 1,
      err: 'A backup was being restored here and was broken off: empty the place and restore again.\n',
    });
    expect((await restore(part, file)).code).toBe(1);
  });

  it('writes over no other, and leaves nothing when it fails', async () => {
    const file = join(folder, 'a.backup');
    writeFileSync(file, '');
    expect((await backUp(file)).err).toContain('is there already');
    const nowhere = join(folder, 'no', 'a.backup');
    expect((await backUp(nowhere)).code).toBe(1);
    expect(existsSync(`${nowhere}.part`)).toBe(false);
  });
});
