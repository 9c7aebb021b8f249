import type { Config } from '../src/platform/config';

const bytes = (fill: number): Buffer => Buffer.alloc(32, fill);

/** Raised far beyond what a test asks for; limits are never off. */
const manyTimes = 10_000;

export const testConfig = (given: Partial<Config> = {}): Config => ({
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  dataDir: '.',
  keys: {
    ring: [{ id: 'k1', key: bytes(1) }],
    blindIndex: bytes(2),
    pepper: bytes(3),
    claimSalts: { id: bytes(4), key: bytes(5) },
  },
  trustProxy: [],
  limitFactor: manyTimes,
  logLevel: 'info',
  poolSize: 10,
  ...given,
});
