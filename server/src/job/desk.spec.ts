import type { Inbox, JobDraft } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey } from '../../test/case-tickets';
import { aPerson, type GivenPerson } from '../../test/given';
import { aDraft, aJob, aPattern, aWoman, herJobs, jobDesk } from '../../test/jobs';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';
import { BookingRow } from './booking.entity';
import { JobRow } from './job.entity';
import { ShiftRow } from './shift.entity';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let staff: GivenPerson;
let desk: ReturnType<typeof jobDesk>;
beforeEach(async () => {
  t = await startApp();
  tree = await aTree(t);
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  desk = jobDesk(t, staff.token);
});
afterEach(() => t.close());

const draft = (given: Partial<JobDraft> = {}) => aDraft({ federationId: tree.town.id, ...given });
const published = (given: Partial<JobDraft> = {}) =>
  aJob(t, staff.token, { federationId: tree.town.id, ...given });
const days = (shifts: { startsAt: string }[]) =>
  shifts.map(({ startsAt }) => startsAt.slice(8, 10));

/** The same desk at another time, with a session that began then. */
async function deskAt(moment: string) {
  t.clock.tell(moment);
  return jobDesk(t, (await aPerson(t, [{ in: tree.town, kind: 'staff' }])).token);
}

/** A woman with a booking, and her inbox. */
async function booked(shiftId: string) {
  const { token } = await aPerson(t);
  const her = herJobs(t, token);
  expect((await her.book(shiftId)).status).toBe(201);
  const inbox = async () => (await t.http.get<Inbox>('/me/notifications', { token })).body.items;
  return { ...her, inbox };
}

describe('a post', () => {
  it('is a draft, then published with the shifts of its patterns, then closed', async () => {
    const { status, body: job } = await desk.create(draft());
    expect({ status, ...job }).toMatchObject({
      status: 201,
      state: 'draft',
      version: 1,
      shifts: [],
    });
    expect(job.shiftPatterns).toEqual([aPattern()]);

    const { body: shown } = await desk.move(job.id, 'published');
    expect(shown).toMatchObject({ state: 'published', version: 2 });
    expect(days(shown.shifts)).toEqual(['27', '28', '29', '30']);
    expect(shown.shifts[0]).toMatchObject({ places: 2, placesLeft: 2, cancelled: false });

    const { body: closed } = await desk.move(job.id, 'closed', '人招满了');
    expect(closed).toMatchObject({ state: 'closed', shifts: [] });
    expect(await t.dataSource.manager.count(ShiftRow)).toBe(0);
  });

  it('moves by the table alone, and says why it ends', async () => {
    const { body: job } = await desk.create(draft());
    expect((await desk.move(job.id, 'draft')).body.code).toBe('job_wrong_state');
    await desk.move(job.id, 'published');
    expect((await desk.move(job.id, 'published')).body.code).toBe('job_wrong_state');
    expect(await desk.move(job.id, 'closed')).toMatchObject({
      status: 422,
      body: { code: 'close_needs_reason' },
    });
    expect((await desk.open(job.id)).body.state).toBe('published');
  });

  it('has no shift that has begun when it is published', async () => {
    const later = await deskAt('2026-11-28T08:30:00+08:00');
    const { body: job } = await later.create(draft());
    expect(days((await later.move(job.id, 'published')).body.shifts)).toEqual(['29', '30']);
  });

  it('is created once for one key', async () => {
    const key = { 'idempotency-key': anIdempotencyKey() };
    const first = await desk.create(draft(), key);
    expect(await desk.create(draft(), key)).toMatchObject({ status: 201, body: first.body });
    expect(await t.dataSource.manager.count(JobRow)).toBe(1);
  });

  it('is changed by one who has seen the last change', async () => {
    const job = await published();
    expect((await desk.change(job.id, job.version, draft({ title: '包装工' }))).body).toMatchObject(
      {
        title: '包装工',
        version: job.version + 1,
      },
    );
    expect(await desk.change(job.id, job.version, draft())).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
  });

  it.each([
    [
      'shift_pattern_wrong',
      'shiftPatterns.0.ends',
      { shiftPatterns: [aPattern({ ends: '08:00' })] },
    ],
    ['shift_pattern_wrong', 'shiftPatterns.1.starts', { shiftPatterns: [aPattern(), aPattern()] }],
    ['bad_input', 'payPerHourFen', { payPerHourFen: null }],
    ['bad_input', 'payPerHourFen', { contractKind: 'piecework' as const }],
    ['bad_input', 'payPerHourFen', { payPerHourFen: 20.5 }],
    ['bad_input', 'shiftPatterns.0.weekdays', { shiftPatterns: [aPattern({ weekdays: [] })] }],
    ['bad_input', 'shiftPatterns.0.from', { shiftPatterns: [aPattern({ from: '2026-02-30' })] }],
  ])('is refused with %s at %s', async (code, field, given) => {
    const { body } = await desk.create(draft(given));
    expect(body).toMatchObject({
      code,
      fields: { [field]: expect.stringMatching(/。$/) as string },
    });
    expect(await t.dataSource.manager.count(JobRow)).toBe(0);
  });
});

describe('words that discriminate', () => {
  const faulty = {
    title: '搬运工（男性优先）',
    text: '面试说明婚育情况，\n入职做孕检。',
    flexibility: '入职后三年内不生育',
    employerName: '只招男工服装厂',
    place: '工业路1号，女士勿扰',
  };

  it('are named field by field with the article and what to do', async () => {
    const { status, body } = await desk.create(draft(faulty));

    expect({ status, code: body.code }).toEqual({ status: 422, code: 'job_wording' });
    expect(body.fields).toEqual({
      title: expect.stringMatching(
        /^“男性优先”（妇女权益保障法第四十三条第一项）：.+。$/,
      ) as string,
      text: expect.stringMatching(/“婚育情况”.+第二项.+“孕检”.+第三项/) as string,
      flexibility: expect.stringMatching(/第四十三条第四项/) as string,
      employerName: expect.stringMatching(/“只招男工”.+第一项/) as string,
      place: expect.stringMatching(/“女士勿扰”.+第五项/) as string,
    });
  });

  it('pass when staff say they are lawful, once for these words, and it is kept who said so', async () => {
    const said = { text: '儿童乐园，身高1米2以下的孩子免费，妈妈陪着上班。' };
    expect((await desk.create(draft(said))).body.code).toBe('job_wording');

    const { status, body } = await desk.create(draft({ ...said, wordingIsLawful: true }));
    expect(status).toBe(201);
    const again = (await desk.change(body.id, body.version, draft({ ...said, title: '带娃员' })))
      .body;
    expect(again).toMatchObject({ title: '带娃员', version: 2 });
    const worse = draft({ text: `${said.text}男性优先` });
    expect((await desk.change(body.id, 2, worse)).body.fields).toEqual({
      text: expect.stringMatching(/^“男性优先”[^“]+$/) as string,
    });

    const { manager } = t.dataSource;
    const { lawfulWording } = await manager.findOneByOrFail(JobRow, { id: body.id });
    expect(lawfulWording).toBe('身高1');
    const entries = await manager.findBy(AuditEntryRow, { action: 'job.confirm_wording' });
    expect(entries).toMatchObject([{ subjectId: body.id, accountId: staff.accountId }]);
  });

  it.each(Object.entries(faulty))('keep a change out by %s alone', async (name, words) => {
    const job = await published();
    const { body } = await desk.change(job.id, job.version, draft({ [name]: words }));
    expect(Object.keys(body.fields ?? {})).toEqual([name]);
    expect((await desk.open(job.id)).body.version).toBe(job.version);
  });
});

describe('a change of patterns', () => {
  it('makes what is new, keeps what stays and drops what nobody booked', async () => {
    const job = await published();
    const stays = job.shifts[1]!.id;

    const pattern = aPattern({ from: '2026-11-28', to: '2026-12-02', places: 5 });
    const { body } = await desk.change(job.id, job.version, draft({ shiftPatterns: [pattern] }));

    expect(days(body.shifts)).toEqual(['28', '29', '30', '01', '02']);
    expect(body.shifts[0]).toMatchObject({ id: stays, places: 5 });
    expect(await t.dataSource.manager.count(ShiftRow)).toBe(5);
  });

  it('cancels a booked shift and tells the women who booked it, and no other', async () => {
    const job = await published();
    const [first, second] = job.shifts;
    const hers = await booked(first!.id);
    const others = await booked(second!.id);

    const pattern = aPattern({ from: '2026-11-28' });
    await desk.change(job.id, job.version, draft({ shiftPatterns: [pattern] }));

    expect(await hers.inbox()).toMatchObject([{ kind: 'shift_cancelled', aboutId: job.id }]);
    expect((await hers.inbox())[0]?.text).toContain('11月27日 上午8点30分');
    expect((await hers.mine()).body.items).toMatchObject([
      {
        state: 'cancelled',
        cancelReason: expect.stringMatching(/变动/) as string,
        startsAt: first!.startsAt,
      },
    ]);
    expect(await others.inbox()).toEqual([]);
    expect((await others.mine()).body.items[0]?.state).toBe('booked');
    expect((await (await aWoman(t)).book(first!.id)).body.code).toBe('job_closed');
  });

  it('never makes fewer places than are booked', async () => {
    const job = await published({ shiftPatterns: [aPattern({ places: 3 })] });
    const second = job.shifts[1]!.id;
    await booked(second);
    await booked(second);

    const fewer = (places: number) =>
      desk.change(job.id, job.version, draft({ shiftPatterns: [aPattern({ places })] }));

    expect((await fewer(1)).body).toMatchObject({
      code: 'shift_places_taken',
      fields: { 'shiftPatterns.0.places': expect.stringContaining('11月28日') as string },
    });
    expect((await desk.open(job.id)).body.shifts[0]).toMatchObject({ places: 3 });
    expect((await fewer(2)).body.shifts.map(({ placesLeft }) => placesLeft)).toEqual([2, 0, 2, 2]);
  });

  it('leaves a shift that has begun as it is', async () => {
    const job = await published();
    const hers = await booked(job.shifts[0]!.id);
    const later = await deskAt('2026-11-27T12:00:00+08:00');

    const { body } = await later.change(job.id, job.version, draft({ shiftPatterns: [] }));

    expect(body).toMatchObject({ shifts: [], shiftPatterns: [] });
    expect((await hers.mine()).body.items[0]?.state).toBe('booked');
    expect(await hers.inbox()).toEqual([]);
  });
});

describe('a change of what she goes by', () => {
  it.each([
    ['地点', { place: '某镇工业路 9 号' }],
    ['地点', { point: { lng: 118.41, lat: 24.9 } }],
    ['用工单位', { employerName: '月光制衣' }],
    ['工钱', { payPerHourFen: 1900 }],
  ])('%s is told to those with a booking to come, and to no other: %j', async (words, given) => {
    const job = await published();
    const begun = await booked(job.shifts[0]!.id);
    const hers = await booked(job.shifts[1]!.id);
    await hers.book(job.shifts[2]!.id);
    const gone = await booked(job.shifts[1]!.id);
    await gone.cancel((await gone.mine()).body.items[0]!.id);
    const later = await deskAt('2026-11-27T12:00:00+08:00');

    await later.change(job.id, job.version, draft(given));

    expect(await hers.inbox()).toMatchObject([{ kind: 'job_changed', aboutId: job.id }]);
    expect((await hers.inbox())[0]?.text).toContain(`有变动：${words}。`);
    for (const { inbox } of [begun, gone]) expect(await inbox()).toEqual([]);
  });

  it('is not a word that she does not go by', async () => {
    const job = await published();
    const hers = await booked(job.shifts[0]!.id);
    const given = { title: '缝包工', text: '会教。', flexibility: '可晚到 1 小时' };
    expect((await desk.change(job.id, job.version, draft(given))).status).toBe(200);
    expect(await hers.inbox()).toEqual([]);
  });

  it('tells nobody of a change that was not kept', async () => {
    const job = await published();
    const hers = await booked(job.shifts[0]!.id);
    const moved = draft({ place: '别处 1 号' });
    await desk.change(job.id, job.version + 1, moved);
    expect(await hers.inbox()).toEqual([]);
  });
});

describe('closing a post', () => {
  it('ends every coming booking and tells each woman once, with the reason', async () => {
    const job = await published();
    const hers = await booked(job.shifts[0]!.id);
    await hers.book(job.shifts[1]!.id);
    const other = await booked(job.shifts[0]!.id);
    const { body: mine } = await hers.mine();
    await hers.cancel(mine.items.find(({ shiftId }) => shiftId === job.shifts[1]!.id)!.id);
    await hers.book(job.shifts[1]!.id);

    await desk.move(job.id, 'closed', '订单少了');

    for (const { inbox } of [hers, other]) {
      expect(await inbox()).toMatchObject([{ kind: 'job_closed', aboutId: job.id }]);
      expect((await inbox())[0]?.text).toContain('订单少了');
    }
    const reasons = (await hers.mine()).body.items.map(({ cancelReason }) => cancelReason);
    expect(reasons.sort()).toEqual([null, '订单少了', '订单少了'].sort());
    expect(await t.dataSource.manager.countBy(BookingRow, { state: 'booked' })).toBe(0);
  });

  it('leaves who came to a shift that has begun', async () => {
    const job = await published();
    const came = await booked(job.shifts[0]!.id);
    const comes = await booked(job.shifts[1]!.id);
    const later = await deskAt(job.shifts[0]!.startsAt);

    await later.move(job.id, 'closed', '订单少了');

    expect((await came.mine()).body.items[0]?.state).toBe('booked');
    expect(await came.inbox()).toEqual([]);
    expect((await comes.mine()).body.items[0]?.state).toBe('cancelled');
    const [begun] = await t.dataSource.manager.findBy(ShiftRow, { id: job.shifts[0]!.id });
    expect(begun).toMatchObject({ taken: 1, cancelled: false });
  });

  it('can be taken back: then there are new shifts to book', async () => {
    const job = await published();
    const hers = await booked(job.shifts[0]!.id);
    await desk.move(job.id, 'closed', '订单少了');

    const { body: again } = await desk.move(job.id, 'published');

    expect(days(again.shifts)).toEqual(['27', '28', '29', '30']);
    expect(again.shifts[0]!.placesLeft).toBe(2);
    expect((await hers.book(again.shifts[0]!.id)).status).toBe(201);
  });
});

describe('the desk of a branch', () => {
  it('lists its own posts, the newest first, page by page', async () => {
    const village = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    const other = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
    const ids = [await published(), await published({ federationId: tree.village.id })].map(
      ({ id }) => id,
    );
    await aJob(t, other.token, { federationId: tree.otherTown.id });

    const first = (await desk.list('?limit=1')).body;
    const second = (await desk.list(`?limit=1&after=${first.next}`)).body;

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse());
    expect(second.next).toBeNull();
    expect((await jobDesk(t, village.token).list()).body.items).toHaveLength(1);
  });

  it('does not know of another branch, nor write for it', async () => {
    const job = await published();
    const others = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
    const away = jobDesk(t, others.token);

    expect((await away.open(job.id)).body.code).toBe('job_not_found');
    expect((await away.move(job.id, 'closed', '不要了')).body.code).toBe('job_not_found');
    const mine = draft({ federationId: tree.otherTown.id });
    expect((await away.change(job.id, job.version, mine)).body.code).toBe('job_not_found');
    expect((await away.create(draft())).body.code).toBe('federation_not_found');
    expect((await desk.change(job.id, job.version, mine)).body.code).toBe('federation_not_found');
    expect((await desk.open(job.id)).body).toEqual(job);
  });

  it('is for those who may write posts', async () => {
    const member = await aPerson(t, [{ in: tree.town, kind: 'committee_member' }]);
    for (const { token } of [member, await aPerson(t)])
      expect((await jobDesk(t, token).list()).body.code).toBe('not_found');
  });

  it('leaves each act in the audit', async () => {
    const job = await published();
    await desk.change(job.id, job.version, draft());
    await desk.move(job.id, 'closed', '招满了');
    const rows = await t.dataSource.manager.findBy(AuditEntryRow, { subjectId: job.id });
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'job.change',
      'job.create',
      'job.move',
      'job.move',
    ]);
  });
});
