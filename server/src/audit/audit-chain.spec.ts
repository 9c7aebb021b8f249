import { startApp, type TestApp } from '../../test/app';
import { aNight } from '../../test/nights';
import { retentionDays } from '../account';
import { Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import {
  Audit,
  AuditChain,
  AuditChainRow,
  AuditEntryRow,
  AuditSeals,
  type Seen,
  verifyAudit,
} from '.';

jest.setTimeout(120_000);

const perChain = 12;

let t: TestApp;
beforeEach(async () => (t = await startApp()));
afterEach(() => t.close());

const db = () => t.dataSource.manager;
const seal = () => t.app.get(AuditChain).sealAll();
const verified = (seen?: Seen[]) => verifyAudit(db(), new AuditSeals(t.app.get(Config).keys), seen);
const faults = async (seen?: Seen[]) => (await verified(seen)).flatMap((one) => one.faults);
const act = (type: string, act = 'read') =>
  t.app
    .get(UnitOfWork)
    .run((tx) =>
      t.app.get(Audit).record(tx, { accountId: newId(), act, subject: { type, id: newId() } }),
    );

async function someActs(): Promise<AuditEntryRow[]> {
  for (let n = 0; n < perChain; n += 1) {
    await act('case_ticket');
    await act('session', 'started');
    t.clock.pass({ seconds: 1 });
  }
  await seal();
  return db().find(AuditEntryRow, { order: { chain: 'ASC', position: 'ASC' } });
}

/** Does it, looks what is found, and puts everything back. */
async function foundAfter(change: () => Promise<unknown>): Promise<string[]> {
  const [entries, ends] = await Promise.all([db().find(AuditEntryRow), db().find(AuditChainRow)]);
  await change();
  const found = await faults();
  await db().clear(AuditEntryRow);
  await db().clear(AuditChainRow);
  await db().insert(AuditEntryRow, entries);
  await db().insert(AuditChainRow, ends);
  return found;
}

const changed: [keyof AuditEntryRow, (value: unknown) => string | number | null][] = [
  ['at', (at) => Number(at) + 1],
  ['accountId', () => null],
  ['action', () => 'case_ticket.move'],
  ['subjectType', () => 'session_of_another'],
  ['subjectId', () => newId()],
  ['result', () => 'not_found'],
  ['seal', (seal) => String(seal).split('').reverse().join('')],
];

describe('the chains of the audit', () => {
  it('name whatever was changed, deleted, put elsewhere or cut off, each time', async () => {
    const entries = await someActs();
    expect(await faults()).toEqual([]);
    const names = ({ id, chain, position }: AuditEntryRow) => ({
      id,
      place: `${chain} ${position}`,
    });
    let tried = 0;
    const expectNamed = async (change: () => Promise<unknown>, ...lines: string[]) => {
      tried += 1;
      const found = await foundAfter(change);
      expect(found).toEqual(
        expect.arrayContaining(lines.map((line): unknown => expect.stringContaining(line))),
      );
    };

    for (const [index, entry] of entries.entries()) {
      const { id, place } = names(entry);
      const [field, other] = changed[index % changed.length]!;
      const anew = { [field]: other(entry[field]) };
      await expectNamed(() => db().update(AuditEntryRow, { id }, anew), `${place}: entry ${id}`);
      await expectNamed(() => db().delete(AuditEntryRow, { id }), `${place}: missing`);
      const next = entries[index + 1];
      if (next?.chain !== entry.chain) continue;
      const { subjectId, accountId } = entry;
      await expectNamed(
        async () => {
          const { subjectId: otherId, accountId: otherAccount } = next;
          await db().update(AuditEntryRow, { id }, { subjectId: otherId, accountId: otherAccount });
          await db().update(AuditEntryRow, { id: next.id }, { subjectId, accountId });
        },
        `entry ${id}`,
        `entry ${next.id}`,
      );
      await expectNamed(
        () =>
          db().query<unknown>(
            `DELETE FROM audit_entry WHERE chain = '${entry.chain}' AND position >= ${entry.position}`,
          ),
        `${place}–${perChain}: missing`,
      );
    }

    expect(tried).toBe(2 * perChain * 4 - 4);
    expect(await faults()).toEqual([]);
    process.stdout.write(`  ${tried} changes of the audit, ${tried} named\n`);
  });

  it('name ends that were moved to hide it, and a place that was seen to hold another entry', async () => {
    const entries = await someActs();
    const [, seen] = await verified();
    const last = entries.find(
      ({ chain, position }) => chain === 'access' && position === perChain,
    )!;
    const before = entries.find(
      ({ chain, position }) => chain === 'access' && position === perChain - 1,
    )!;
    const cutOff = async () => {
      await db().delete(AuditEntryRow, { id: last.id });
      const ends = { endPosition: perChain - 1, endSeal: before.seal! };
      await db().update(AuditChainRow, { name: 'access' }, ends);
    };

    expect(await foundAfter(cutOff)).toEqual(['access: its ends were changed']);
    expect(await foundAfter(() => db().delete(AuditChainRow, { name: 'access' }))).toEqual([
      'access: its ends are gone',
    ]);
    expect(await faults([seen!])).toEqual([]);
    expect(await faults([{ ...seen!, endSeal: before.seal! }])).toEqual([
      `access ${perChain}: was another entry when it was seen`,
    ]);
    expect(await faults([{ ...seen!, endPosition: perChain + 2 }])).toEqual([
      `access ${perChain + 1}–${perChain + 2}: missing`,
    ]);
  });

  it('take in each entry once, whoever acts and seals at the same time', async () => {
    const acts = Array.from({ length: 120 }, (_, n) => act(n % 2 ? 'case_ticket' : 'session'));
    await Promise.all([...acts, ...Array.from({ length: 6 }, seal)]);
    await Promise.all(Array.from({ length: 3 }, seal));

    expect(await verified()).toMatchObject([
      { chain: 'sign_in', entries: 60, endPosition: 60, faults: [] },
      { chain: 'access', entries: 60, endPosition: 60, faults: [] },
    ]);
  });

  it('stay whole when what is over goes from their beginnings', async () => {
    await someActs();
    t.clock.pass({ days: retentionDays.signInRecord - 1 });
    await someActs();

    t.clock.pass({ days: 1 });
    await aNight(t);

    expect(await verified()).toMatchObject([
      { chain: 'sign_in', entries: perChain, endPosition: 2 * perChain, faults: [] },
      { chain: 'access', entries: 2 * perChain, endPosition: 2 * perChain, faults: [] },
    ]);
    const said = t.log.filter((line) => line.includes('ends at access:'));
    expect(said).toHaveLength(1);
  });

  it('cry out in the log the night after somebody cut them', async () => {
    const [first] = await someActs();
    await db().delete(AuditEntryRow, { id: first!.id });

    await aNight(t);

    expect(t.log.join('')).toContain(`audit broken: ${first!.chain} 1: missing`);
  });
});
