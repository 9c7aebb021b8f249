import type { DeskTicketRow, MyData, Page } from '@niangjia/shared';
import fc from 'fast-check';
import { callers, owner } from './access-matrix/callers';
import { divisionOf, type Place } from './access-matrix/places';
import { Planted } from './access-matrix/planted';
import { World } from './access-matrix/world';
import { startApp, type TestApp } from './app';
import { type B, hiddenActs, openActs } from './scoping-acts';

jest.setTimeout(600_000);

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = process.env.PROVE === '1' ? 100 : 4;

const near = 'lng=118.4&lat=24.9';
const publicViews = [
  '/activities?limit=100',
  `/activities?${near}&limit=100`,
  '/jobs?limit=100',
  `/jobs?${near}&limit=100`,
  `/womens-homes/nearest?${near}&limit=50`,
  '/womens-homes?divisionCode=490001&limit=100',
  '/divisions?limit=100',
  `/divisions?parentCode=${divisionOf.county}`,
  '/divisions?search=otherTown',
  '/places?words=otherTown',
  `/case-tickets/whose-desk?divisionCode=${divisionOf.village}`,
  '//api/openapi.json',
];
const deskViews = [
  '/desk/case-tickets?limit=100',
  '/desk/case-tickets?state=received&risk=danger',
  '/desk/case-tickets?assigned=nobody&limit=100',
  '/desk/case-tickets?kind=children&limit=100',
  '/desk/case-tickets?due=soon&limit=100',
  '/desk/escalations?limit=100',
  '/desk/escalations?limit=1',
  '/desk/hand-overs?limit=100',
  '/desk/approvals?list=waiting&limit=100',
  '/desk/approvals?list=asked_by_me&limit=100',
  '/desk/approvals?list=decided_by_me&limit=100',
  '/desk/referrals?limit=100',
  '/desk/mediators?limit=100',
  '/desk/enterprises?limit=100',
  '/desk/link-holders?limit=100',
  '/desk/grids?limit=100',
  '/desk/federations?words=otherTown地',
  '/desk/federations?words=village地',
  '/me/notifications?limit=100',
  '/desk/case-ticket-filters',
  '/desk/figures/closure?fromDay=2026-01-01&toDay=2027-12-31',
  '/desk/figures/closure/case-tickets?fromDay=2026-01-01&toDay=2027-12-31&closed=false',
  '/desk/activities?limit=100',
  '/desk/jobs?limit=100',
  '/desk/womens-homes?limit=100',
];
/** Counts, what to look after, who holds a post and who is asked to: of another's, that it is not there. */
const viewsOfOrganisation = (id: string): string[] => [
  `/desk/federations/${id}`,
  `/desk/federations/${id}/health?limit=100`,
  `/desk/federations/${id}/counted?what=federation&kind=federation&limit=100`,
  `/desk/federations/${id}/posts`,
  `/desk/federations/${id}/invitations`,
];
const herViews = [
  '/me',
  '/me/elder',
  '/me/sessions',
  '/me/registrations',
  '/me/bookings',
  '/me/case-tickets',
  '/me/notifications',
  '/me/data',
];

/** That she copied her file stands in the next copy. */
const besidesCopies = ({ madeAt, parts }: MyData) => ({
  madeAt,
  parts: parts.map(({ rows, ...part }) => ({
    ...part,
    rows: rows.filter(({ 操作: act }) => act !== 'account.copied'),
  })),
});

describe('what B does', () => {
  let t: TestApp;
  let world: World;
  let planted: Planted;
  let b: B;
  let strangers: string[];

  beforeAll(async () => {
    t = await startApp();
    world = await World.build(t);
    planted = await Planted.plant(world);
    const her = await world.twin({ name: 'B', session: 'live', posts: [] });
    b = { world, her, staff: world.staffAt.otherTown };
    strangers = planted
      .all('ticket')
      .filter(({ at }) => at === 'otherTown')
      .map(({ id }) => `/desk/case-tickets/${id}`);
    for (const place of ['village', 'town', 'otherTown', 'county'] as const)
      strangers.push(...viewsOfOrganisation(world.federations[place].id));
  });
  afterAll(() => t.close());
  beforeAll(() => console.log(`scoping: seed ${seed}, ${numRuns} runs of 8 acts`));

  const desks = ['chair of village', 'staff of village', 'vice_chair of town', 'chair of town'];
  const deskOfVillage = callers.filter(({ name }) => desks.includes(name));

  const read = async (paths: readonly string[], token?: string) => {
    const seen: Record<string, unknown> = {};
    for (const path of paths) {
      const { status, body } = await t.http.get(path, { token });
      seen[path] = { status, body: path === '/me/data' ? besidesCopies(body as MyData) : body };
    }
    return seen;
  };

  /** What is A's own: her pages, and the desks of another town, errors about B's things included. */
  const closed = async () => ({
    hers: await read(herViews, world.person(owner).token),
    desks: await Promise.all(
      deskOfVillage.map((caller) => read([...deskViews, ...strangers], world.person(caller).token)),
    ),
  });

  const open = async () => ({
    nobody: await read(publicViews),
    woman: await read(publicViews, world.person(owner).token),
  });

  const check = (acts: typeof hiddenActs, view: () => Promise<unknown>) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 8, maxLength: 8 }),
        async (names) => {
          const before = await view();
          for (const name of names) await acts[name]!(b);
          expect(await view()).toEqual(before);
        },
      ),
      { seed, numRuns, endOnFailure: true },
    );

  it('in private changes nothing that A may see, in public lists, desks, counts or errors', () =>
    check(hiddenActs, async () => ({ ...(await closed()), ...(await open()) })));

  it('in public changes no desk of A and nothing of hers', () =>
    check({ ...hiddenActs, ...openActs }, closed));

  it('adds up: the lists of the branches together are the list of what stands above them', async () => {
    const leaves: Place[] = ['village', 'sibling', 'unit', 'otherVillage', 'otherUnit'];
    const lists = ['/desk/case-tickets', '/desk/activities', '/desk/jobs', '/desk/womens-homes'];
    for (const list of lists) {
      const ofCounty = await all(list, 'county');
      const below = ofCounty.filter(({ federationId }) => federationId !== idOf('county'));
      const ofTowns = [...(await all(list, 'town')), ...(await all(list, 'otherTown'))];
      expect([list, idsOf(ofTowns)]).toEqual([list, idsOf(below)]);

      const own = ofTowns.filter(({ federationId }) =>
        [idOf('town'), idOf('otherTown')].includes(federationId),
      );
      const ofLeaves = (await Promise.all(leaves.map((place) => all(list, place)))).flat();
      expect([list, idsOf([...own, ...ofLeaves])]).toEqual([list, idsOf(ofTowns)]);
    }
  });

  type Listed = Pick<DeskTicketRow, 'id' | 'federationId'>;
  const idOf = (place: Place): string => world.federations[place].id;
  const idsOf = (rows: readonly Listed[]): string[] => rows.map(({ id }) => id).sort();

  const all = async (list: string, place: Place): Promise<Listed[]> => {
    const { token } = world.staffAt[place];
    const rows: Listed[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next && `&after=${encodeURIComponent(next)}`;
      const reply = await t.http.get<Page<Listed>>(`${list}?limit=100${after}`, { token });
      expect(reply).toMatchObject({ status: 200 });
      const { body } = reply;
      rows.push(...body.items);
      next = body.next;
    }
    return rows;
  };

  it('lends A nothing: a cursor of B, and a key that B has used, give A only what is hers', async () => {
    const { token } = world.staffAt.village;
    const theirs = await t.http.get<Page<Listed>>('/desk/activities?limit=1', {
      token: b.staff.token,
    });
    const after = encodeURIComponent(theirs.body.next ?? '');
    const mine = await t.http.get<Page<Listed>>(`/desk/activities?after=${after}`, { token });
    const seen = mine.body.items.map(({ federationId }) => federationId);
    expect(seen.filter((id) => id !== idOf('village'))).toEqual([]);

    const key = { 'idempotency-key': 'the-same-key-of-two-women' };
    const [activity] = planted.all('activity').filter(({ state }) => state === 'published');
    const register = (asker: string) =>
      t.http.post<{ id: string }>(
        `/activities/${activity!.id}/registrations`,
        {},
        {
          token: asker,
          headers: key,
        },
      );
    const first = await register(b.her.token);
    const second = await register(world.person(owner).token);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
  });
});
