import { type WhoAsks, whyNoDeadlineLabels } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { randomId } from '../platform/ids';
import { DeadlineRow } from './deadline.entity';
import { DeadlineWatch } from './deadline-watch';
import { Deadlines } from './deadline.service';

const fiveDays = '从 11月26日 起 5 个工作日（跳过周末和放假的日子，调休上班的日子要算）';
const named: WhoAsks = { nameKnown: true, addressKnown: true };
const nameless: WhoAsks = { nameKnown: false, addressKnown: false };

describe('the clocks of a subject', () => {
  let t: TestApp;
  let subject: string;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());
  beforeEach(() => (subject = randomId()));

  const deadlines = () => t.app.get(Deadlines);
  const within = (work: (tx: EntityManager) => Promise<unknown>) => t.app.get(UnitOfWork).run(work);
  const all = async () =>
    (await deadlines().of(t.app.get(UnitOfWork).reader, [subject])).get(subject) ?? [];

  it('run from the day after, and name their article', async () => {
    await within((tx) => deadlines().start(tx, subject, 'petition_reply', '2026-11-26', named));
    expect(await all()).toEqual([
      {
        rule: 'petition_reply',
        article: '信访工作条例第二十三条',
        what: '告知是否受理或转往何处',
        counted: '从 11月26日 起 15 个自然日',
        note: null,
        dueDay: '2026-12-11',
        dueAt: null,
        whyNot: null,
        metOn: null,
        told: 'nothing',
        extension: null,
        extendableByDays: 0,
        mayDecide: false,
        mayMeet: false,
      },
    ]);
  });

  it('say why they do not run for one who gave no name', async () => {
    await within((tx) => deadlines().start(tx, subject, 'petition_reply', '2026-11-26', nameless));
    expect(await all()).toMatchObject([{ dueDay: null, whyNot: 'name_or_address_unknown' }]);

    await within((tx) => deadlines().meet(tx, subject, 'petition_reply', '2026-11-27'));
    expect(await all()).toMatchObject([{ whyNot: 'name_or_address_unknown', metOn: null }]);
  });

  it('keep their day when they are started again, and the first day on which they were met', async () => {
    await within(async (tx) => {
      await deadlines().start(tx, subject, 'petition_settlement', '2026-11-26', nameless);
      await deadlines().start(tx, subject, 'petition_settlement', '2027-03-01', nameless);
      await deadlines().meet(tx, subject, 'petition_settlement', '2026-12-01');
      await deadlines().meet(tx, subject, 'petition_settlement', '2026-12-24');
    });
    expect(await all()).toMatchObject([{ dueDay: '2027-01-25', metOn: '2026-12-01' }]);
  });

  it('are open again on their old day', async () => {
    await within(async (tx) => {
      await deadlines().start(tx, subject, 'petition_settlement', '2026-11-26', nameless);
      await deadlines().meet(tx, subject, 'petition_settlement', '2026-12-01');
      await deadlines().reopen(tx, subject, 'petition_settlement');
    });
    expect(await all()).toMatchObject([{ dueDay: '2027-01-25', metOn: null }]);
  });

  it.each([
    ['petition_settlement', '2027-01-25', null, '从 2026年11月26日 起 60 个自然日'],
    ['petition_objection', '2026-12-03', null, fiveDays],
    ['protection_order', '2026-11-29', '2026-11-29T18:30:00+08:00', '从 11月26日 18:30 起 72 小时'],
    ['protection_order_validity', '2027-05-26', null, '从 2026年11月26日 起 6 个月'],
  ] as const)(
    '%s ends on %s and says how that was counted',
    async (rule, dueDay, dueAt, counted) => {
      const startedAt = Date.parse('2026-11-26T18:30:40+08:00');
      await within((tx) => deadlines().begin(tx, { subjectId: subject, rule, startedAt }));
      expect(await all()).toMatchObject([{ dueDay, dueAt, counted }]);
    },
  );

  it('that no calendar reaches say so, and are counted once it does', async () => {
    const startedAt = Date.parse('2026-12-20T09:00:00+08:00');
    const rule = 'petition_objection';
    await within((tx) => deadlines().begin(tx, { subjectId: subject, rule, startedAt }));
    const [clock] = await all();
    expect(clock).toMatchObject({ dueDay: null, whyNot: 'calendar_not_covered', counted: null });
    expect(whyNoDeadlineLabels[clock!.whyNot!]).toMatch(/^未能算出/);

    const row = { subjectId: subject, rule };
    const started = { startedAt: Date.parse('2026-02-13T09:00:00+08:00') };
    await t.dataSource.manager.update(DeadlineRow, row, started);
    t.clock.pass({ days: 2 });
    const [seen] = await t.app.get(DeadlineWatch).next(t.dataSource.manager, undefined);
    await within((tx) => t.app.get(DeadlineWatch).take(tx, seen!));
    expect(await all()).toMatchObject([{ dueDay: '2026-02-27', whyNot: null }]);
  });

  it('without days of the law run for the days that were said, and say that they are ours', async () => {
    const startedAt = Date.parse('2026-11-26T09:00:00+08:00');
    const rule = 'warning_letter_visit';
    await within((tx) =>
      deadlines().begin(tx, { subjectId: subject, rule, startedAt, ownDays: 30 }),
    );
    const [clock] = await all();
    expect(clock).toMatchObject({ dueDay: '2026-12-26' });
    expect(clock?.note).toContain('没有核对');
  });

  it('of nothing are none', async () => {
    expect(await deadlines().of(t.app.get(UnitOfWork).reader, [])).toEqual(new Map());
  });
});
