import { createHmac } from 'node:crypto';
import type { AskedForHelp, ClaimedTicket } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, claim, words } from '../../test/case-tickets';
import { aTree, type Tree } from '../../test/trees';
import { CaseTicket } from './case-ticket.entity';
import { ClaimCodes } from './claim-code.service';

jest.setTimeout(300_000);

/** The real numbers: nothing here is raised. */
let t: TestApp;
let tree: Tree;
beforeEach(async () => {
  t = await startApp({ config: { limitFactor: 1 } });
  tree = await aTree(t);
});
afterEach(() => t.close());

const body = () => ({ kind: 'hardship', text: words, divisionCode: tree.codes.town });
const ask = () =>
  t.http.post<AskedForHelp>('/case-tickets', body(), {
    headers: { 'idempotency-key': anIdempotencyKey() },
  });

const from = (remoteAddress: string, claimCode: string) =>
  t.app.inject({
    method: 'POST',
    url: '/api/v1/case-tickets/claim',
    remoteAddress,
    payload: { claimCode },
  });

/** As slow codes would take an hour here, their derivation is a quick one; it is still counted. */
const quickly = () => {
  const { derivation } = t.app.get(ClaimCodes);
  return jest
    .spyOn(derivation, 'derive')
    .mockImplementation(async (code, salt) => createHmac('sha256', salt).update(code).digest());
};

it('lets two hundred ask for help at once from one address', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, ask));

  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  expect(new Set(answers.map(({ body: { claimCode } }) => claimCode)).size).toBe(200);
  expect(await t.dataSource.manager.count(CaseTicket)).toBe(200);
});

it('lets sixty women behind one address ask, tell, write and read', async () => {
  quickly();
  const women = Array.from({ length: 60 }, async () => {
    const asked = (await ask()).body;
    const acts = [
      await claim(t, asked, 'danger', { inDanger: false }),
      await claim(t, asked, 'safe-contact', { contact: { way: 'no_contact' } }),
      await claim(t, { claimCode: '9'.repeat(20) }),
      await claim(t, asked, 'messages', { text: '还有' }),
      await claim<ClaimedTicket>(t, asked),
    ];
    return acts.map(({ status }) => status);
  });

  const statuses = await Promise.all(women);

  for (const seen of statuses) expect(seen).toEqual([200, 200, 404, 201, 200]);
});

it('stops one who guesses before the slow work, and tells when to come back', async () => {
  const derive = quickly();
  const { claimCode } = (await ask()).body;
  derive.mockClear();

  const guesses = [];
  for (let n = 0; n < 260; n += 1)
    guesses.push(await from('192.0.2.1', String(n).padStart(20, '0')));

  const refused = guesses.filter(({ statusCode }) => statusCode === 429);
  expect(refused).toHaveLength(60);
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect(derive).toHaveBeenCalledTimes(400);
  expect((await from('192.0.2.2', claimCode)).statusCode).toBe(200);
});

it('lets her read her answer while five hundred addresses guess', async () => {
  quickly();
  const { claimCode } = (await ask()).body;
  const statuses = new Map<number, number>();
  for (let n = 0; n < 2600; n += 1) {
    const { statusCode } = await from(
      `198.51.${n % 2}.${(n >> 1) % 250}`,
      `${10n ** 19n + BigInt(n)}`,
    );
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  }

  expect(statuses.get(200)).toBeUndefined();
  expect(statuses.get(429)).toBeGreaterThan(500);
  expect((await from('203.0.113.7', claimCode)).statusCode).toBe(200);
});
