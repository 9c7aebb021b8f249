import { newId } from '../../../src/platform/ids';
import { aTicket } from '../../case-tickets';
import { Killing } from '../../faults/killing';
import { aPerson, type GivenPerson } from '../../given';
import { Http } from '../../http';
import { aTree } from '../../trees';
import { chance, say } from '../faults/stand';

jest.setTimeout(30 * 60_000);

const each = 2000;

let server: Killing;
let stranger: GivenPerson;
let hers: { id: string; claimCode: string };
beforeAll(async () => {
  server = await Killing.start(async (t) => {
    const tree = await aTree(t);
    hers = await aTicket({ http: new Http(t.app) }, { divisionCode: tree.codes.town });
    stranger = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  });
});
afterAll(() => server.end());

/** Two-sided p by the Mann–Whitney test with its normal approximation, which holds for thousands; no two times are alike. */
function mannWhitney(some: readonly number[], others: readonly number[]): number {
  const all = [
    ...some.map((ms) => ({ ms, own: true })),
    ...others.map((ms) => ({ ms, own: false })),
  ];
  const ranks = all
    .sort((a, b) => a.ms - b.ms)
    .reduce((sum, { own }, at) => sum + (own ? at + 1 : 0), 0);
  const [n, m] = [some.length, others.length];
  const u = ranks - (n * (n + 1)) / 2;
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return 2 * (1 - normal(z));
}

/** Of the standard normal distribution, by Abramowitz and Stegun 26.2.17; off by less than 1e-7. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const [a, b, c, d, e] = [
    0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429,
  ] as const;
  const tail = t * (a + t * (b + t * (c + t * (d + t * e))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

test('the time of a refusal does not tell whether there is such a ticket', async () => {
  const times = { there: [] as number[], nowhere: [] as number[] };
  const headers = { authorization: `Bearer ${stranger.token}` };
  const answers = new Set<string>();
  const nobodys = newId();
  const ask = async (which: keyof typeof times): Promise<void> => {
    const id = which === 'there' ? hers.id : nobodys;
    const began = performance.now();
    const reply = await server.victim.get(`/desk/case-tickets/${id}`, headers);
    times[which].push(performance.now() - began);
    answers.add(JSON.stringify(reply));
  };

  for (let n = 0; n < 200; n += 1) await ask(n % 2 ? 'there' : 'nowhere');
  times.there.length = times.nowhere.length = 0;
  for (let n = 0; n < each; n += 1) {
    const [first, second] =
      chance() < 0.5 ? (['there', 'nowhere'] as const) : (['nowhere', 'there'] as const);
    await ask(first);
    await ask(second);
  }

  const p = mannWhitney(times.there, times.nowhere);
  say('a ticket of another town or none', `2 × ${each} refusals, p = ${p.toFixed(3)}`);
  expect(answers.size).toBe(1);
  expect(p).toBeGreaterThan(0.01);
});
