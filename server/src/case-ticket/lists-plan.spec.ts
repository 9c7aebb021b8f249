import { addDays } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { analyse, fill, plansOf, scans, sortsOrScans, twoPages } from '../../test/plans';
import { aTree, type Tree } from '../../test/trees';

jest.setTimeout(300_000);

const id = (n: number): string => String(n).padStart(26, '0');
const dayOf = (n: number) => addDays('2026-01-01', n % 700);
const tables = [
  'deadline',
  'deadline_escalation',
  'case_ticket_scope',
  'case_ticket_bar',
  'case_ticket_hand_over',
];

let t: TestApp;
let tree: Tree;
let people: Record<'county' | 'town', GivenPerson>;

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  people = {
    county: await aPerson(t, [{ in: tree.county, kind: 'staff' }]),
    town: await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]),
  };
  await fillAll();
  await analyse(t, ...tables);
});
afterAll(() => t.close());

/** One ticket in fifty-one is of the other town, a third of another county; one in eleven is not there for her. */
const deskOf = (n: number): string => (n % 51 === 0 ? tree.otherTown.id : tree.town.id);

async function fillAll(): Promise<void> {
  for (const above of [deskOf, (n: number) => (n % 3 ? tree.county.id : id(0))])
    await fill(
      t,
      'case_ticket_scope (ticket_id, ancestor_id, state, sort_key)',
      (n) => `'${id(n)}','${above(n)}','accepted',${n}`,
    );
  await fill(t, 'case_ticket_bar (ticket_id, account_id)', (n) => {
    const accountId = n % 11 ? id(n) : people.county.accountId;
    return `'${id(n)}','${accountId}'`;
  });
  await fill(t, 'deadline (subject_id, rule, due_day, met_on)', (n) => {
    const metOn = n % 2 ? `'${dayOf(n)}'` : 'NULL';
    return `'${id(n)}','petition_settlement','${dayOf(n)}',${metOn}`;
  });
  await fill(
    t,
    'deadline_escalation (id, federation_id, subject_id, rule, due_day, escalated_at, open)',
    (n) => {
      const federationId = n % 3 ? tree.county.id : deskOf(n);
      return `'${id(n)}','${federationId}','${id(n)}','petition_reply','${dayOf(n)}',0,${n % 7 ? 0 : 1}`;
    },
  );
  await fill(
    t,
    'case_ticket_hand_over (ticket_id, to_federation_id, offered_by_account_id, offered_at)',
    (n) => `'${id(n)}','${n % 3 ? tree.county.id : deskOf(n)}','${id(1)}',0`,
  );
}

const month = 'fromDay=2026-11-01&toDay=2026-11-30';

describe('among a hundred thousand rows a range of one index, without sorting, is what is asked for', () => {
  it.each([
    ['what came up', '/desk/escalations', 'deadline_escalation_desk'],
    ['what is offered', '/desk/hand-overs', 'case_ticket_hand_over_to'],
  ])('by a page of %s, and the next, of a county and of a town', async (_, path, index) => {
    for (const who of [people.county, people.town])
      for (const asking of await twoPages(t, `${path}?limit=5`, who)) {
        const plans = await plansOf(t, asking, who, tables);
        for (const plan of plans) expect(plan).not.toMatch(scans);
        const ofList = plans.filter((plan) => plan.includes(index));
        expect(ofList).toHaveLength(1);
        expect(ofList.join()).not.toMatch(sortsOrScans);
      }
  });

  // For a small desk MariaDB begins with the tickets of that desk, which are fewer.
  it.each(['closed=true', 'closed=false'])(
    'by a page of what ran out within a month in a county, and the next: %s',
    async (closed) => {
      const path = `/desk/figures/closure/case-tickets?${month}&${closed}&limit=5`;
      for (const asking of await twoPages(t, path, people.county)) {
        const plans = await plansOf(t, asking, people.county, tables);
        const ofList = plans.filter((plan) => plan.includes('deadline_due'));
        expect(ofList).toHaveLength(1);
        expect(ofList.join()).not.toMatch(sortsOrScans);
      }
    },
  );

  it('by the number of what ran out within a month', async () => {
    const plans = await plansOf(t, `/desk/figures/closure?${month}`, people.county, tables);
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toContain('deadline_due');
      expect(plan).not.toMatch(sortsOrScans);
    }
  });
});
