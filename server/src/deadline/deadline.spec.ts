import type { WhoAsks } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { randomId } from '../platform/ids';
import { Deadlines } from './deadline.service';

const named: WhoAsks = { nameKnown: true, addressKnown: true };
const nameless: WhoAsks = { nameKnown: false, addressKnown: false };

describe('the clocks of a subject', () => {
  let t: TestApp;
  let subject: string;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());
  beforeEach(() => (subject = randomId()));

  const deadlines = () => t.app.get(Deadlines);
  const within = (work: (tx: EntityManager) => Promise<void>) => t.app.get(UnitOfWork).run(work);
  const all = async () =>
    (await deadlines().of(t.app.get(UnitOfWork).reader, [subject])).get(subject) ?? [];

  it('run from the day after, and name their article', async () => {
    await within((tx) => deadlines().start(tx, subject, 'petition_reply', '2026-11-26', named));
    expect(await all()).toEqual([
      {
        rule: 'petition_reply',
        article: '信访工作条例第二十三条',
        what: '告知是否受理或转往何处',
        dueDay: '2026-12-11',
        whyNot: null,
        metOn: null,
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

  it('of nothing are none', async () => {
    expect(await deadlines().of(t.app.get(UnitOfWork).reader, [])).toEqual(new Map());
  });
});
