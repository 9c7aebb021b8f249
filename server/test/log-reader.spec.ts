import { testConfig } from './config';
import { aDatabase, type TestDatabase } from './databases';
import { envOf, runBuilt } from './process';

// A real process on a machine that may be busy.
jest.setTimeout(60_000);

describe('a server whose log nobody reads any more', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await aDatabase()));
  afterEach(() => database.drop());

  const start = (mode: 'production' | 'demonstration', onOut: Parameters<typeof runBuilt>[2]) =>
    runBuilt('main.js', envOf(testConfig({ ...database, mode })), onOut);

  it('goes on answering, and stops when it is told to', async () => {
    const statuses: number[] = [];

    const { code } = await start('production', (out, child) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(out)?.[0];
      if (!address || !out.includes('/api/health') || child.stdout?.destroyed) return;
      child.stdout?.destroy();
      const ask = async () =>
        (await fetch(`${address}/api/v1/sessions`, { method: 'POST' })).status;
      void ask()
        .then(async (first) => statuses.push(first, await ask()))
        .finally(() => child.kill('SIGTERM'));
    });

    expect({ code, statuses }).toEqual({ code: 0, statuses: [400, 400] });
  });

  it('ends at once when even its addresses reach nobody', async () => {
    const { code, signal } = await start('demonstration', (_, child) => child.stdout?.destroy());

    expect({ code, signal }).toEqual({ code: 1, signal: null });
  });
});
