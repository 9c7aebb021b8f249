import { startApp, type TestApp } from '../../app';
import { WeChatSimulator } from '../../wechat';
import { Walk } from './walk';

const proving = process.env.PROVE === '1';
const requests = Number(process.env.WALK ?? (proving ? 100_000 : 2500));
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const database = process.env.TEST_DB ?? 'sqlite';

jest.setTimeout(60 * 60_000);

let t: TestApp;
let wechat: WeChatSimulator;
beforeAll(async () => {
  wechat = await WeChatSimulator.start();
  t = await startApp({ config: { wechat: wechat.config } });
});
afterAll(async () => {
  await t.close();
  await wechat.stop();
});

test('whatever is sent, by whomever: a reply as documented, or a refusal in Chinese', async () => {
  const began = performance.now();
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  const { faults, passed, neverDone, ...walked } = await Walk.of(t, wechat, { requests, seed });

  const seconds = Math.round((performance.now() - began) / 1000);
  const share = Math.round((100 * passed) / walked.requests);
  process.stdout.write(
    `  walker: ${walked.requests} requests on ${database}, seed ${seed}, ${share} % passed validation, ` +
      `${faults.length} faults, ${seconds} s\n  ${JSON.stringify({ ...walked, neverDone })}\n`,
  );

  expect(faults).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(30);
  // In a short walk chance leaves out the rarest.
  expect(proving ? neverDone : []).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
});
