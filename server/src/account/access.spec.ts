import { actions, type PostKind, postKinds } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson } from '../../test/given';
import { rightsOf } from '../platform/http/allow';
import { Routes } from '../platform/http/routes';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Accounts } from './account.service';
import type { Person } from './person';
import { branchesFor } from './rights';

const desk = '/desk/case-tickets';

describe('who may use a route', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  const statusFor = async (token?: string) => (await t.http.get(desk, { token })).status;

  it.each([
    ['chair', 200],
    ['vice_chair', 200],
    ['part_time_vice_chair', 404],
    ['committee_member', 404],
    ['staff', 200],
  ] as const satisfies readonly (readonly [PostKind, number])[])(
    'says the table: the desk answers a %s with %i',
    async (kind, status) => {
      const { token } = await aPerson(t, [{ in: await aFederation(t), kind }]);
      expect(await statusFor(token)).toBe(status);
    },
  );

  it('hides the desk from a woman without a post and asks a stranger to sign in', async () => {
    expect(await t.http.get(desk, { token: (await aPerson(t)).token })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect(await t.http.get(desk)).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
  });

  it('is asked of every route that is not for anyone', async () => {
    const { token } = await aPerson(t);
    const closed = t.app
      .get(Routes)
      .all()
      .filter(({ handler }) => !rightsOf(handler)?.includes('anyone'));

    for (const { method, path, handler } of closed) {
      const url = path.replace(/:\w+/g, '0'.repeat(26));
      const status = async (authorization?: string) => {
        const headers = authorization ? { authorization } : {};
        return (await t.app.inject({ method: method as 'GET', url, headers })).statusCode;
      };
      expect([path, await status()]).toEqual([path, 401]);
      if (rightsOf(handler)?.includes('signed_in')) continue;
      expect([path, await status(`Bearer ${token}`)]).toEqual([path, 404]);
    }
    expect(closed.length).toBeGreaterThan(5);
  });

  it('changes at her next request when her post ends', async () => {
    const person = await aPerson(t, [{ in: await aFederation(t), kind: 'staff' }]);
    expect(await statusFor(person.token)).toBe(200);

    await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, person.postIds[0]!));

    expect(await statusFor(person.token)).toBe(404);
    expect((await t.http.get('/me', { token: person.token })).body).toMatchObject({ posts: [] });
  });

  it('follows the term: from its first day to the end of its last, in China', async () => {
    const federation = await aFederation(t);
    const term = { fromDay: '2026-12-01', toDay: '2026-12-02' };
    const at = async (moment: string) => {
      t.clock.tell(moment);
      const { token } = await aPerson(t, [{ in: federation, kind: 'staff', ...term }]);
      return statusFor(token);
    };

    expect(await at('2026-11-30T23:59:59+08:00')).toBe(404);
    expect(await at('2026-12-01T00:00:00+08:00')).toBe(200);
    expect(await at('2026-12-02T23:59:59+08:00')).toBe(200);
    expect(await at('2026-12-03T00:00:00+08:00')).toBe(404);
  });
});

describe('the branches of a person', () => {
  const post = (kind: PostKind, path: string) => ({ id: path, federationId: path, kind, path });
  const person: Person = {
    accountId: '',
    sessionId: '',
    posts: [post('staff', '/a/b/'), post('committee_member', '/a/c/')],
  };

  it('are those of the posts that allow the act, and no others', () => {
    expect(branchesFor(person, 'case_ticket.triage')).toEqual(['/a/b/']);
    expect(branchesFor(person, 'case_ticket.read_sealed')).toEqual([]);
  });

  it('are given by some post for every act', () => {
    for (const action of actions) {
      const everything = { ...person, posts: postKinds.map((kind) => post(kind, '/a/')) };
      expect(branchesFor(everything, action).length).toBeGreaterThan(0);
    }
  });
});
