import type { Job, JobDraft, Point } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { aDraft, aJob, aPattern, aWoman, herJobs, jobDesk } from '../../test/jobs';
import { aTree, type Tree } from '../../test/trees';
import { ShiftRow } from './shift.entity';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let staff: GivenPerson;
beforeEach(async () => {
  t = await startApp();
  tree = await aTree(t);
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
});
afterEach(() => t.close());

const here: Point = { lng: 118.4, lat: 24.9 };
/** So many kilometres north of here. */
const north = (kilometres: number): Point => ({
  lng: here.lng,
  lat: here.lat + kilometres / 111.195,
});
const published = (given: Partial<JobDraft> = {}) =>
  aJob(t, staff.token, { federationId: tree.town.id, ...given });
const titles = (jobs: Job[]) => jobs.map(({ title }) => title);

async function pages(query: string): Promise<Job[]> {
  const jobs: Job[] = [];
  for (let after = ''; ;) {
    const { items, next } = (await herJobs(t).list(`${query}${after}`)).body;
    jobs.push(...items);
    if (next === null) return jobs;
    after = `&after=${next}`;
  }
}

describe('the list for everybody', () => {
  it('is nearest first, with the distance, page by page', async () => {
    for (const km of [30, 1, 300, 5]) await published({ title: `${km} 公里`, point: north(km) });

    const jobs = await pages(`?lng=${here.lng}&lat=${here.lat}&limit=1`);

    expect(titles(jobs)).toEqual(['1 公里', '5 公里', '30 公里', '300 公里']);
    expect(jobs[1]?.distanceMetres).toBeGreaterThan(4990);
    expect(jobs[1]?.distanceMetres).toBeLessThan(5010);
    const near = await pages(`?lng=${here.lng}&lat=${here.lat}&radiusMetres=6000`);
    expect(titles(near)).toEqual(['1 公里', '5 公里']);
  });

  it('is newest first without a place, page by page', async () => {
    for (const title of ['一早', '二晚', '三夜']) await published({ title });
    const jobs = await pages('?limit=2');
    expect(titles(jobs)).toEqual(['三夜', '二晚', '一早']);
    expect(jobs[0]?.distanceMetres).toBeNull();
  });

  it('wants both halves of a place', async () => {
    for (const [query, field] of [
      ['?lng=118', 'lat'],
      ['?lat=24', 'lng'],
      ['?radiusMetres=100', 'lng'],
    ] as const)
      expect((await herJobs(t).list(query)).body).toMatchObject({
        code: 'bad_input',
        fields: { [field]: expect.any(String) as string },
      });
  });

  it('never shows a draft or what is closed', async () => {
    await jobDesk(t, staff.token).create(aDraft({ federationId: tree.town.id }));
    const closed = await published();
    await jobDesk(t, staff.token).move(closed.id, 'closed', '招满了');

    expect(await pages('?')).toEqual([]);
    expect(await pages(`?lng=${here.lng}&lat=${here.lat}`)).toEqual([]);
    expect(await pages('?endsBy=24:00')).toEqual([]);
  });

  it('shows the next shifts that have a place, and since when there are some', async () => {
    const job = await published({ shiftPatterns: [aPattern({ places: 1 })] });
    const [first, second] = job.shifts.map(({ startsAt }) => startsAt);
    expect(job).toMatchObject({ comingFrom: first, nextFreeAt: first });
    const her = await aWoman(t);
    await her.book(job.shifts[0]!.id);

    const [listed] = await pages('?');

    const next = job.shifts.slice(1, 4).map(({ id }) => id);
    expect(listed?.shifts.map(({ id }) => id)).toEqual(next);
    expect(listed).toMatchObject({ comingFrom: first, nextFreeAt: second });
    for (const { id } of job.shifts.slice(1)) await her.book(id);
    expect((await pages('?'))[0]).toMatchObject({
      shifts: [],
      comingFrom: first,
      nextFreeAt: null,
    });
  });

  it('knows of a free day beyond those that one post shows', async () => {
    const early = aPattern({ places: 1, to: '2027-03-06' });
    const job = await published({
      shiftPatterns: [early, aPattern({ from: '2027-03-10', to: '2027-03-10' })],
    });
    await t.dataSource.query(`UPDATE shift SET taken = places WHERE places = 1`);

    const { body } = await herJobs(t).open(job.id);

    expect(body.shifts).toHaveLength(100);
    expect(body).toMatchObject({
      comingFrom: '2026-11-27T08:30:00+08:00',
      nextFreeAt: '2027-03-10T08:30:00+08:00',
    });
  });
});

describe('“接得到孩子”', () => {
  const ending = (title: string, ...ends: string[]) =>
    published({ title, shiftPatterns: ends.map((end) => aPattern({ ends: end, places: 1 })) });
  const inTime = async () => titles(await pages('?endsBy=16:30'));

  it('lists what has a coming shift that ends before then, with those shifts', async () => {
    await ending('早班', '16:00');
    await ending('刚好', '16:29', '18:00');
    await ending('到点', '16:30');
    await ending('晚班', '16:31');
    await ending('半夜', '24:00');

    const jobs = await pages('?endsBy=16:30');

    expect(titles(jobs)).toEqual(['刚好', '早班']);
    const ends = jobs.flatMap(({ shifts }) => shifts.map(({ endsAt }) => endsAt.slice(11, 16)));
    expect(new Set(ends)).toEqual(new Set(['16:29', '16:00']));
    const near = await pages(`?endsBy=16:30&lng=${here.lng}&lat=${here.lat}`);
    expect(titles(near).sort()).toEqual(['早班', '刚好'].sort());
  });

  it('leaves out what is full, cancelled or begun', async () => {
    const pattern = aPattern({ to: '2026-11-27', places: 1 });
    const job = await published({ title: '一天', shiftPatterns: [pattern] });
    expect(await inTime()).toEqual(['一天']);

    const her = await aWoman(t);
    const { body: booked } = await her.book(job.shifts[0]!.id);
    expect(await inTime()).toEqual([]);

    await her.cancel(booked.id);
    expect(await inTime()).toEqual(['一天']);

    t.clock.tell('2026-11-27T08:30:00+08:00');
    expect(await inTime()).toEqual([]);
  });

  it('wants a time of day', async () => {
    expect((await herJobs(t).list('?endsBy=25:00')).body.fields).toHaveProperty('endsBy');
  });
});

describe('one post', () => {
  it('is shown with its federation and its coming shifts, full ones too', async () => {
    const job = await published({ shiftPatterns: [aPattern({ places: 1 })] });
    await (await aWoman(t)).book(job.shifts[0]!.id);

    const { body } = await herJobs(t).open(job.id);

    expect(body).toMatchObject({
      federationName: tree.town.name,
      payPerHourFen: 2100,
      point: here,
    });
    expect(body.shifts.map(({ placesLeft }) => placesLeft)).toEqual([0, 1, 1, 1]);
  });

  it('is on no public way while it is a draft, whatever the desk tries', async () => {
    const desk = jobDesk(t, staff.token);
    const unit = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: tree.town });
    const contact = await aPerson(t, [{ in: unit, kind: 'employer_contact' }]);
    const { body: draft } = await desk.create(aDraft({ federationId: unit.id }));
    const her = await aWoman(t);
    const isNowhere = async () => {
      const lists = ['?', `?lng=${here.lng}&lat=${here.lat}`, '?endsBy=24:00'];
      for (const query of lists) expect(await pages(query)).toEqual([]);
      expect((await her.open(draft.id)).body.code).toBe('job_not_found');
      expect((await jobDesk(t, contact.token).list()).body.items).toEqual([]);
      expect(await t.dataSource.manager.countBy(ShiftRow, { jobId: draft.id })).toBe(0);
    };

    await isNowhere();
    for (const to of ['closed', 'draft', 'cancelled']) {
      const { status } = await desk.move(draft.id, to, '不招了');
      expect(status).toBeGreaterThanOrEqual(400);
      await isNowhere();
    }
    const { version } = (await desk.open(draft.id)).body;
    await desk.change(draft.id, version, aDraft({ federationId: unit.id, title: '改过' }));
    await isNowhere();
  });

  it('stays to be read when it is closed', async () => {
    const desk = jobDesk(t, staff.token);
    const { id } = await published();
    await desk.move(id, 'closed', '招满了');

    expect((await herJobs(t).open(id)).body).toMatchObject({ state: 'closed', shifts: [] });
  });
});
