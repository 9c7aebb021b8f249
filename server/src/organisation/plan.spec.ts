import { addDays } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { analyse, fill, plansOf, sortsOrScans, twoPages } from '../../test/plans';
import { aTree, type Tree } from '../../test/trees';

jest.setTimeout(300_000);

const id = (n: number): string => String(n).padStart(26, '0');
const villages = 1000;

let t: TestApp;
let tree: Tree;
let head: GivenPerson;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  head = await aPerson(t, [{ in: tree.county, kind: 'chair' }]);
  await fillFederations();
  await fillHomes();
  await fillEnterprises();
  await fillPosts();
  await fillRosters();
  await fillSlips();
  await fill(t, 'case_ticket_bar (ticket_id, account_id)', (n) => `'${id(n)}','${id(n)}'`);
  await analyse(
    t,
    ...['federation', 'womens_home', 'enterprise', 'post', 'mediator', 'referral'],
    ...['case_ticket_scope', 'case_ticket_bar'],
  );
});
afterAll(() => t.close());

/** A thousand villages of the town with ninety-nine units each, or one micro home in a thousand. */
const isVillage = (n: number) => n < villages;
const pathOf = (n: number): string =>
  isVillage(n) ? `${tree.town.path}${id(n)}/` : `${pathOf(n % villages)}${id(n)}/`;

const fillFederations = () =>
  fill(
    t,
    'federation (id, name, kind, sector, level, parent_id, path, establishment_mode, created_at)',
    (n) => {
      const kind = n % 1000 === 7 ? 'micro_home' : isVillage(n) ? 'federation' : 'committee';
      const [sector, level] = isVillage(n) ? ['place', 'village'] : ['enterprise', 'unit'];
      const parent = isVillage(n) ? tree.town.id : id(n % villages);
      return `'${id(n)}','某${n}','${kind}','${sector}','${level}','${parent}','${pathOf(n)}','alone',0`;
    },
  );

const weekly = [[], [], [], [], [], [], []];
const hours = JSON.stringify({ weekly, onHolidays: 'closed', overrides: [] });

const fillHomes = () =>
  fill(
    t,
    'womens_home (id, name, kind, federation_id, federation_path, division_code, address, lng, lat, cell, point_is_invented, confidential, services, open_bits, hours, version, updated_at)',
    (n) =>
      `'${id(n)}','某家','${n % 1000 === 7 ? 'shelter' : 'womens_home'}','${id(n)}','${pathOf(n)}','350583','某路',118,24,${n},0,0,0,0,'${hours}',1,0`,
  );

const fillEnterprises = () =>
  fill(
    t,
    'enterprise (id, federation_id, federation_path, name, has_party_organisation, female_staff, as_of, is_key, version, updated_at)',
    (n) => `'${id(n)}','${id(n)}','${pathOf(n)}','某厂',1,60,'2026-01-01',${n % 50 ? 0 : 1},1,0`,
  );

/** All of one woman who asks for nothing. */
async function fillPosts(): Promise<void> {
  const holder = await aPerson(t);
  await fill(
    t,
    'post (id, account_id, federation_id, kind, from_day)',
    (n) =>
      `'${id(n)}','${holder.accountId}','${id(n)}','${n % 20 ? 'staff' : 'vice_chair'}','2026-01-01'`,
  );
}

const fillRosters = () =>
  fill(
    t,
    'mediator (id, federation_id, federation_path, name, skills, from_day, to_day, state, version)',
    (n) =>
      `'${id(n)}','${id(n)}','${pathOf(n)}',NULL,'marriage','2026-01-01','2027-01-01','serving',1`,
  );

/** One slip in a hundred waits for an answer. */
async function fillSlips(): Promise<void> {
  await fill(
    t,
    'referral (id, ticket_id, recipient, state, ground, sender_account_id, sent_at, answer_days, waits_until, sealed_slip)',
    (n) => {
      const waitsUntil = n % 100 ? 'NULL' : `'${addDays('2026-01-01', n % 300)}'`;
      return `'${id(n)}','${id(n)}','court','sent','consent','${head.accountId}',0,15,${waitsUntil},''`;
    },
  );
  await fill(
    t,
    'case_ticket_scope (ticket_id, ancestor_id, state, sort_key)',
    (n) => `'${id(n)}','${n % 2 ? tree.county.id : id(0)}','accepted',${n}`,
  );
}

describe('among a hundred thousand rows of each, no list of the organisation looks through a table or sorts', () => {
  const counted = () => `/desk/federations/${tree.county.id}/counted`;
  it.each<[string, () => string, string, string]>([
    [
      'those directly below',
      () => `/federations/${tree.town.id}/children`,
      'federation',
      'federation_parent',
    ],
    [
      'behind a number of a common kind',
      () => `${counted()}?what=federation&kind=committee`,
      'federation',
      'federation_kind_path',
    ],
    [
      'behind a number of a rare kind',
      () => `${counted()}?what=federation&kind=micro_home&sector=enterprise`,
      'federation',
      'federation_kind_sector_path',
    ],
    [
      'homes of a rare kind',
      () => `${counted()}?what=womens_home&kind=shelter`,
      'womens_home',
      'womens_home_kind_path',
    ],
    [
      'what to look after in each',
      () => `/desk/federations/${tree.county.id}/health`,
      'federation',
      'federation_path',
    ],
    ['the homes of a desk', () => '/desk/womens-homes', 'womens_home', 'womens_home_federation'],
    ['the enterprises', () => '/desk/enterprises', 'enterprise', 'enterprise_federation'],
    ['the key enterprises', () => '/desk/enterprises?only=key', 'enterprise', 'enterprise_key'],
    ['the roster of mediators', () => '/desk/mediators', 'mediator', 'mediator_branch'],
  ])('%s', async (_, pathTo, table, index) => {
    for (const asking of await twoPages(t, pathTo(), head)) {
      const plans = await plansOf(t, asking, head, [table]);
      expect(plans.join()).toContain(index);
      for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
    }
  });

  it('who holds a post of a kind, common or rare, asked of one federation after the other', async () => {
    for (const kind of ['staff', 'vice_chair']) {
      const path = `${counted()}?what=post&kind=${kind}`;
      for (const asking of await twoPages(t, path, head)) {
        const plans = await plansOf(t, asking, head, ['federation', 'post']);
        expect(plans.join()).toMatch(/federation_path.*post_federation/s);
        for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
      }
    }
  });

  it('slips that nobody answered, which are asked for their desk one by one', async () => {
    const plans = await plansOf(t, '/desk/referrals', head, ['referral']);
    expect(plans.join()).toContain('referral_waiting');
    for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
  });
});
