import {
  type FieldOpening,
  type LedgerEntry,
  type LinkMade,
  type OpenedField,
  type Page,
  type RefusalBody,
  refusals,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTree, type Tree } from '../../test/trees';
import { aCommitteeMember, aLink, type CommitteeMember, phoneOf } from '../../test/visits';
import { AuditEntryRow } from '../audit';
import { newId } from '../platform/ids';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Grids, LedgerEntryRow } from '.';

let t: TestApp;
let tree: Tree;
let she: CommitteeMember;
let entryId: string;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  she = await aCommitteeMember(t, tree.village, '示例·郑春兰');
  const link = aLink(she.gridId, { name: '示例·阿珍', phone: '138 0000 0001' });
  entryId = link.ledgerEntryId;
  await phoneOf(t, she).sync(link);
});

const entries = (who: CommitteeMember, query = '') =>
  t.http.get<Page<LedgerEntry>>(`/ledger${query}`, who);
const write = (who: CommitteeMember, given: object = {}) =>
  t.http.post<LedgerEntry>(
    `/ledger/${entryId}/fields`,
    { field: 'health', text: '膝盖不好', agreed: true, version: 1, ...given },
    who,
  );
const open = (who: CommitteeMember, field = 'health') =>
  t.http.post<OpenedField>(`/ledger/${entryId}/openings`, { field }, who);
const openings = (who: CommitteeMember) =>
  t.http.get<Page<FieldOpening>>(`/ledger/${entryId}/openings`, who);
const aKeeperOf = async (gridId: string): Promise<CommitteeMember> => {
  const keeper = await aCommitteeMember(t, tree.village);
  await t.app.get(UnitOfWork).run((tx) => t.app.get(Grids).give(tx, keeper.accountId, [gridId]));
  return { ...keeper, gridId };
};
const audited = () =>
  t.dataSource.manager.countBy(AuditEntryRow, { subjectId: entryId, result: 'done' });

describe('the ledger of a grid', () => {
  it('shows the women of her own grids, and which sensitive fields hold something', async () => {
    expect((await write(she)).body.holds).toEqual(['health']);
    const { items } = (await entries(she)).body;
    expect(items).toEqual([
      {
        id: entryId,
        gridId: she.gridId,
        householdId: null,
        name: '示例·阿珍',
        phone: '138 0000 0001',
        address: null,
        holds: ['health'],
        version: 1,
        fieldVersions: { health: 2, hardship: 1, family: 1, children: 1 },
      },
    ]);
  });

  it('opens one sensitive field at a time, and each opening is written down and listed', async () => {
    await write(she);
    expect((await open(she)).body).toEqual({ field: 'health', text: '膝盖不好', version: 2 });
    expect((await open(she, 'family')).body).toEqual({ field: 'family', text: null, version: 1 });

    expect((await openings(she)).body.items).toMatchObject([
      { field: 'family', who: '示例·郑春兰' },
      { field: 'health', who: '示例·郑春兰' },
    ]);
  });

  it('takes a field out again, and writes nothing without her yes', async () => {
    await write(she);
    expect((await write(she, { text: null, version: 2 })).body.holds).toEqual([]);
    expect((await write(she, { agreed: false, version: 3 })).status).toBe(400);
    expect((await open(she)).body.text).toBeNull();
  });

  it('is kept by two who write over nothing that they have not opened', async () => {
    const keeper = await aKeeperOf(she.gridId);
    await write(she);
    const [{ body: hers }, { body: theirs }] = [await open(she), await open(keeper)];
    await write(keeper, { text: '膝盖做了手术', version: theirs.version });
    const before = await audited();

    const late = await write(she, { text: '膝盖好了', version: hers.version });

    const { status, message } = refusals.changed_meanwhile;
    expect(late).toMatchObject({ status, body: { code: 'changed_meanwhile', message } });
    expect(JSON.stringify(late.body)).not.toContain('膝盖');
    expect(await audited()).toBe(before);
    const newest = (await open(she)).body;
    expect(newest).toMatchObject({ text: '膝盖做了手术', version: 3 });
    expect(await audited()).toBe(before + 1);
    const { version } = newest;
    expect((await write(she, { text: '手术后好了', version })).status).toBe(200);
    expect((await open(keeper)).body.text).toBe('手术后好了');
  });

  it('is written by one of two at the same moment, and one field does not stand in the way of another', async () => {
    const keeper = await aKeeperOf(she.gridId);

    const written = await Promise.all([
      write(she),
      write(keeper, { text: '腰不好' }),
      write(keeper, { field: 'family', text: '和婆婆住' }),
    ]);

    expect(written.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    expect(written[2].status).toBe(200);
  });

  describe('whose words were written wrong', () => {
    const one = (who: CommitteeMember) => t.http.get<LedgerEntry>(`/ledger/${entryId}`, who);
    const correct = (who: CommitteeMember, given: object = {}) =>
      t.http.send<LedgerEntry & RefusalBody>('PUT', `/ledger/${entryId}`, {
        token: who.token,
        body: {
          name: '示例·阿贞',
          phone: '13800000002',
          address: '榕树下',
          householdId: null,
          version: 1,
          ...given,
        },
      });

    it('is corrected for whoever keeps it and on each phone, and the audit has who did it', async () => {
      const householdId = newId();
      const { body } = await correct(she, { householdId });

      const words = { name: '示例·阿贞', phone: '13800000002', address: '榕树下', householdId };
      expect(body).toMatchObject({ ...words, id: entryId, version: 2 });
      expect((await one(await aKeeperOf(she.gridId))).body).toEqual(body);
      expect(await phoneOf(t, she).women()).toMatchObject([{ ...words, ledgerEntryId: entryId }]);
      const [act] = await t.dataSource.manager.findBy(AuditEntryRow, { subjectId: entryId });
      expect(act).toMatchObject({ accountId: she.accountId, action: 'ledger_entry.correct' });
    });

    it('is found as one who may be the same by the right words, and no longer by the wrong ones', async () => {
      await correct(she);
      const hint = async (given: Partial<LinkMade>) => {
        const { body } = await phoneOf(t, she).sync(aLink(she.gridId, given));
        return body.results[0]!.maybeSameAs;
      };

      expect(await hint({ name: '示例·阿珍' })).toBeNull();
      expect(await hint({ phone: '13800000001' })).toBeNull();
      expect(await hint({ name: '示例· 阿贞' })).toBe(entryId);
      expect(await hint({ phone: '138 0000 0002' })).toBe(entryId);
    });

    it('is corrected over nothing that was not read, whatever was written of her fields', async () => {
      const keeper = await aKeeperOf(she.gridId);
      await write(keeper);
      expect((await correct(keeper)).status).toBe(200);
      const before = await audited();

      const late = await correct(she, { name: '示例·阿真' });

      expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
      expect(JSON.stringify(late.body)).not.toMatch(/阿|138/);
      expect(await audited()).toBe(before);
      expect((await one(she)).body).toMatchObject({ name: '示例·阿贞', holds: ['health'] });
      expect((await correct(she, { name: '示例·阿真', version: 2 })).body.version).toBe(3);
    });

    it('is not there for others, nor once she ended her links', async () => {
      const other = await aCommitteeMember(t, tree.village);
      expect([(await one(other)).status, (await correct(other)).status]).toEqual([404, 404]);
      expect((await correct(she, { name: ' ' })).status).toBe(400);
      const [link] = await phoneOf(t, she).women();
      await phoneOf(t, she).sync({ type: 'link_left', id: newId(), linkId: link!.id });

      expect([(await one(she)).status, (await correct(she)).status]).toEqual([404, 404]);
    });
  });

  it('opens nothing that it cannot write down', async () => {
    await write(she);
    await t.dataSource.query('ALTER TABLE audit_entry RENAME TO audit_gone');
    const opened = await open(she);
    await t.dataSource.query('ALTER TABLE audit_gone RENAME TO audit_entry');
    expect(opened.status).toBe(500);
    expect(JSON.stringify(opened.body)).not.toContain('膝盖');
  });

  it('of another grid is not there, on any route, and nothing is written down', async () => {
    await write(she);
    const before = await audited();
    const others = [
      await aCommitteeMember(t, tree.village),
      await aCommitteeMember(t, tree.otherTown),
    ];
    for (const other of others) {
      expect((await entries(other)).body.items).toEqual([]);
      expect((await entries(other, `?gridId=${she.gridId}`)).status).toBe(404);
      expect((await open(other)).status).toBe(404);
      expect((await openings(other)).status).toBe(404);
      expect((await write(other, { text: '改' })).status).toBe(404);
      const grids = await t.http.get<Page<{ id: string }>>('/me/grids', other);
      expect(grids.body.items.map(({ id }) => id)).toEqual([other.gridId]);
    }
    expect(await audited()).toBe(before);
    const row = await t.dataSource.manager.findOneByOrFail(LedgerEntryRow, { id: entryId });
    expect(row.health).not.toBeNull();
  });

  it('pages through several grids in order', async () => {
    for (let n = 0; n < 7; n += 1) await phoneOf(t, she).sync(aLink(she.gridId));
    const all = (await entries(she)).body.items.map(({ id }) => id);
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await entries(she, `?limit=3${after}`);
      seen.push(...body.items.map(({ id }) => id));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after);
    expect(seen).toEqual(all);
    expect(all).toHaveLength(8);
  });
});
