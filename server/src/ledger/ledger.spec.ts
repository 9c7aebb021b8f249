import type { FieldOpening, LedgerEntry, OpenedField, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTree, type Tree } from '../../test/trees';
import { aCommitteeMember, aLink, type CommitteeMember, phoneOf } from '../../test/visits';
import { AuditEntryRow } from '../audit';
import { LedgerEntryRow } from '.';

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
    { field: 'health', text: '膝盖不好', agreed: true, ...given },
    who,
  );
const open = (who: CommitteeMember, field = 'health') =>
  t.http.post<OpenedField>(`/ledger/${entryId}/openings`, { field }, who);
const openings = (who: CommitteeMember) =>
  t.http.get<Page<FieldOpening>>(`/ledger/${entryId}/openings`, who);
const audited = () => t.dataSource.manager.countBy(AuditEntryRow, { subjectId: entryId });

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
      },
    ]);
  });

  it('opens one sensitive field at a time, and each opening is written down and listed', async () => {
    await write(she);
    expect((await open(she)).body).toEqual({ field: 'health', text: '膝盖不好' });
    expect((await open(she, 'family')).body).toEqual({ field: 'family', text: null });

    expect((await openings(she)).body.items).toMatchObject([
      { field: 'family', who: '示例·郑春兰' },
      { field: 'health', who: '示例·郑春兰' },
    ]);
  });

  it('takes a field out again, and writes nothing without her yes', async () => {
    await write(she);
    expect((await write(she, { text: null })).body.holds).toEqual([]);
    expect((await write(she, { agreed: false })).status).toBe(400);
    expect((await open(she)).body.text).toBeNull();
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
