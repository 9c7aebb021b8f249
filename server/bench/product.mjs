import { createRequire } from 'node:module';

export const require = createRequire(import.meta.url);
const dist = (path) => require(`../dist/${path}`);

const key = (fill) => Buffer.alloc(32, fill);

/** The product's configuration for one database, with keys that protect nothing but this measurement. */
export const configOf = ({ dataDir, databaseUrl }) => ({
  mode: 'production',
  host: '127.0.0.1',
  port: 0,
  dataDir,
  databaseUrl,
  keys: {
    ring: [{ id: 'k1', key: key(1) }],
    blindIndex: key(2),
    pepper: key(3),
    claimSalts: { id: key(4), key: key(5) },
  },
  trustProxy: [],
  limitFactor: 1,
  logLevel: 'warn',
  poolSize: 10,
});

/** The same as environment of a process. */
export const environmentOf = ({ dataDir, databaseUrl }) => ({
  MODE: 'production',
  DATA_DIR: dataDir,
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  KEY_RING: `k1:${key(1).toString('base64url')}`,
  BLIND_INDEX_KEY: key(2).toString('base64url'),
  CLAIM_PEPPER: key(3).toString('base64url'),
  CLAIM_SALT_ID: key(4).toString('base64url'),
  CLAIM_SALT_KEY: key(5).toString('base64url'),
});

/** Creates the tables and lets go of the database again. */
export async function migrate(place) {
  const dataSource = await dist('tables.js').openDatabase(configOf(place));
  await dataSource.destroy();
}

/** The whole application in this process, not listening. */
export async function startProduct(place) {
  require('reflect-metadata');
  const config = configOf(place);
  const dataSource = await dist('tables.js').openDatabase(config);
  const { Clock } = dist('platform/clock.js');
  const app = await dist('app.js').makeApp({ config, clock: new Clock(), dataSource });
  return { app, dataSource };
}

export const productPart = (path) => dist(path);
