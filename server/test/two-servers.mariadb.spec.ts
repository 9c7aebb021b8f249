import { SecondFactors } from '../src/account';
import { Config } from '../src/platform/config';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { startApp, type TestApp } from './app';
import { anAuthenticator } from './authenticator';
import { aPerson, type GivenPerson } from './given';
import { aTree, type Tree } from './trees';

/** Two servers of one database, in one process: what each knows by itself is in its own parts. */
let one: TestApp;
let other: TestApp;
let tree: Tree;
let head: GivenPerson;

beforeAll(async () => {
  one = await startApp();
  const { dataDir, databaseUrl } = one.app.get(Config);
  other = await startApp({ clock: one.clock, config: { dataDir, databaseUrl } });
  tree = await aTree(one);
  head = await aPerson(one, [{ in: tree.county, kind: 'chair' }]);
});
afterAll(async () => {
  await other.close();
  await one.close();
});

const staff = () => aPerson(one, [{ in: tree.village, kind: 'staff' }]);
const desk = (at: TestApp, { token }: GivenPerson) =>
  at.http.get(`/desk/federations/${tree.village.id}`, { token });

/** What her requests are answered, fifty at each server. */
async function answers(she: GivenPerson): Promise<number[]> {
  const asked = Array.from({ length: 50 }, () => [desk(one, she), desk(other, she)]);
  return (await Promise.all(asked.flat())).map(({ status }) => status);
}

type Ending = [how: string, refused: number, end: (she: GivenPerson) => Promise<unknown>];

const endings: Ending[] = [
  ['by herself', 401, ({ token }) => one.http.delete('/sessions/current', { token })],
  [
    'by a head who ends her post',
    404,
    ({ postIds: [postId] }) => one.http.delete(`/desk/posts/${postId}`, { token: head.token }),
  ],
  [
    'by whoever runs the service, when her phone is lost',
    401,
    ({ accountId }) =>
      one.app.get(UnitOfWork).run((tx) => one.app.get(SecondFactors).remove(tx, accountId)),
  ],
];

describe('what she may, ended on one server while a hundred of her requests are under way', () => {
  it.each(endings)(
    '%s, serves no request that begins later, on either',
    async (_, refused, end) => {
      const she = await staff();
      await anAuthenticator(one, she.token);
      expect(await answers(she)).toEqual(Array(100).fill(200));
      const before = answers(she);
      await end(she);
      const after = await answers(she);

      for (const status of await before) expect([200, refused]).toContain(status);
      expect(after).toEqual(Array(100).fill(refused));
    },
  );
});
