import type {
  CountedItem,
  Enterprise,
  FoundFederations,
  OrganisationFile,
  OrganisationHealth,
  Page,
  RefusalBody,
} from '@niangjia/shared';
import { anActivity } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { aCommitteeMember, aLink, phoneOf } from '../../test/visits';
import { Divisions } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { encodeAfter } from '../platform/http/keyset';

let t: TestApp;
let tree: Tree;
let head: GivenPerson;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  head = await aPerson(t, [{ in: tree.county, kind: 'chair' }]);
});

type File = OrganisationFile & RefusalBody;
const file = (id: string, who = head) => t.http.get<File>(`/desk/federations/${id}`, who);
const move = (id: string, toParentId: string, who = head, movedOn = '2026-11-20') =>
  t.http.post<File>(
    `/desk/federations/${id}/moves`,
    { toParentId, movedOn, reason: '区划调整' },
    who,
  );
const convert = (id: string, convertedOn = '2026-03-08', who = head) =>
  t.http.put<File>(`/desk/federations/${id}/conversion`, { convertedOn }, who);
const numberOf = ({ counts }: OrganisationFile, what: string, kind: string): number =>
  counts.filter((one) => one.what === what && one.kind === kind).reduce((sum, { n }) => sum + n, 0);

async function behind(id: string, query: string): Promise<CountedItem[]> {
  const items: CountedItem[] = [];
  let after = '';
  do {
    const path = `/desk/federations/${id}/counted?limit=7&${query}${after}`;
    const { body } = await t.http.get<Page<CountedItem>>(path, head);
    items.push(...body.items);
    after = body.next ? `&after=${encodeURIComponent(body.next)}` : '';
  } while (after);
  return items;
}

describe('the numbers of a branch', () => {
  it('are 34 妇联 and 10 妇女微家 of an industry, each with the list behind it', async () => {
    const parent = tree.town;
    for (let n = 0; n < 44; n += 1) {
      const kind = n < 20 ? 'committee' : n < 34 ? 'federation' : 'micro_home';
      await aFederation(t, { parent, level: 'unit', sector: 'enterprise', kind, name: `企${n}` });
    }
    const committees = await behind(tree.county.id, 'what=federation&kind=committee');
    for (const { id } of committees) await convert(id);

    const { body } = await file(tree.county.id);

    const enterprises = body.counts.filter(({ sector }) => sector === 'enterprise');
    expect(enterprises.map(({ kind, n }) => [kind, n]).sort()).toEqual([
      ['federation', 34],
      ['micro_home', 10],
    ]);
    const list = 'what=federation&kind=federation&sector=enterprise';
    expect(await behind(tree.county.id, list)).toHaveLength(34);
    expect(await behind(tree.county.id, 'what=federation&kind=micro_home')).toHaveLength(10);
  });

  it('never count a confidential home, nor list it', async () => {
    const at = { ...tree.village, divisionCode: tree.codes.village };
    const open = await aHome(t, at, `${tree.codes.county}A`);
    await aHome(t, at, `${tree.codes.county}B`, { confidential: true });

    const { body } = await file(tree.county.id);

    expect(numberOf(body, 'womens_home', 'womens_home')).toBe(1);
    const list = await behind(tree.county.id, 'what=womens_home&kind=womens_home');
    expect(list.map(({ id }) => id)).toEqual([open]);
  });

  it('count a post from its first day to its last one', async () => {
    await aPerson(t, [{ in: tree.village, kind: 'staff', toDay: '2026-11-25' }], '示例·走了');
    await aPerson(t, [{ in: tree.village, kind: 'staff', fromDay: '2026-12-01' }], '示例·要来');
    await aPerson(t, [{ in: tree.village, kind: 'staff' }], '示例·在');

    expect(numberOf((await file(tree.town.id)).body, 'post', 'staff')).toBe(1);
    const list = await behind(tree.county.id, 'what=post&kind=staff');
    expect(list.map(({ name }) => name)).toEqual(['示例·在']);
  });

  it('are listed page by page in the order of the tree, whoever holds several in one place', async () => {
    const places = [tree.county, tree.town, tree.village, tree.town, tree.town];
    const postIds: [string, string][] = [];
    for (const place of places) {
      const {
        postIds: [id = ''],
      } = await aPerson(t, [{ in: place, kind: 'part_time_vice_chair' }]);
      postIds.push([place.path, id]);
    }

    const listed: string[] = [];
    const query = 'what=post&kind=part_time_vice_chair&limit=1';
    for (let after: string | null = ''; after !== null;) {
      const path: string = `/desk/federations/${tree.county.id}/counted?${query}${after && `&after=${encodeURIComponent(after)}`}`;
      const { body } = await t.http.get<Page<{ id: string }>>(path, head);
      listed.push(...body.items.map(({ id }) => id));
      after = body.next;
    }

    expect(listed).toEqual(postIds.sort().map(([, id]) => id));
  });

  it('are for those of the branch alone', async () => {
    const stranger = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
    expect((await file(tree.village.id, stranger)).body.code).toBe('federation_not_found');
    expect((await file(tree.otherTown.id, stranger)).status).toBe(200);
  });
});

describe('a federation that moves', () => {
  it('keeps its id and what lies in it, and where it lay is told', async () => {
    const below = await aFederation(t, { parent: tree.village, level: 'unit' });
    const { status, body } = await move(tree.village.id, tree.otherTown.id);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: tree.village.id,
      parentId: tree.otherTown.id,
      moves: [
        { movedOn: '2026-11-20', reason: '区划调整', fromName: '某镇妇联', toName: '邻镇妇联' },
      ],
    });
    const chain = await t.http.get<Page<{ id: string }>>(`/federations/${below.id}/chain`);
    expect(chain.body.items.map(({ id }) => id)).toEqual(
      [tree.county, tree.otherTown, tree.village, below].map(({ id }) => id),
    );
    expect(numberOf((await file(tree.town.id)).body, 'federation', 'federation')).toBe(1);
    expect(numberOf((await file(tree.otherTown.id)).body, 'federation', 'federation')).toBe(3);
  });

  it('is reached by the staff of its new branch with their next request, and by the old no more', async () => {
    const before = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    const after = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
    const { id } = await anActivity(t, tree.village);
    const reads = async (who: GivenPerson) =>
      (await t.http.get(`/desk/activities/${id}`, who)).status;
    expect([await reads(before), await reads(after)]).toEqual([200, 404]);

    await move(tree.village.id, tree.otherTown.id);

    expect([await reads(before), await reads(after)]).toEqual([404, 200]);
  });

  it('goes only where she who moves it has a right too, and never into itself', async () => {
    const staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    const unit = await aFederation(t, { parent: tree.village, level: 'unit' });
    const codes = [
      await move(tree.village.id, tree.otherTown.id, staff),
      await move(tree.town.id, tree.village.id),
      await move(tree.town.id, tree.otherTown.id),
      await move(tree.village.id, tree.town.id),
      await move(tree.village.id, unit.id),
      await move(tree.county.id, tree.otherTown.id),
      await move(tree.village.id, tree.otherTown.id, head, '2026-12-24'),
    ].map(({ body }) => body.code);
    expect(codes).toEqual([
      'federation_not_found',
      'lies_below_itself',
      'level_does_not_fit',
      'lies_there_already',
      'lies_below_itself',
      'top_stays',
      'day_to_come',
    ]);
  });
});

describe('a 妇委会', () => {
  it('becomes a 妇联 with the same id and members, and both days are shown', async () => {
    const committee = await aFederation(t, { parent: tree.town, kind: 'committee', level: 'unit' });
    await aPerson(t, [{ in: committee, kind: 'chair' }], '示例·主席');

    const { body } = await convert(committee.id);

    expect(body).toMatchObject({
      id: committee.id,
      kind: 'federation',
      convertedFrom: 'committee',
      convertedOn: '2026-03-08',
      enteredOn: '2026-11-26',
    });
    expect(numberOf(body, 'post', 'chair')).toBe(1);
    expect((await convert(committee.id)).body.code).toBe('changed_meanwhile');
  });
});

describe('the enterprises of a branch', () => {
  const enterprise = (femaleStaff: number, hasPartyOrganisation: boolean) => ({
    federationId: tree.town.id,
    name: `${femaleStaff} 人的厂`,
    ...{ femaleStaff, hasPartyOrganisation },
    asOf: '2026-11-01',
  });
  const add = async (femaleStaff: number, party: boolean) =>
    (await t.http.post<Enterprise>('/desk/enterprises', enterprise(femaleStaff, party), head)).body;
  const keys = async () => {
    const { body } = await t.http.get<Page<Enterprise>>('/desk/enterprises?only=key', head);
    return body.items.map(({ femaleStaff }) => femaleStaff);
  };

  it('are to be founded first with a party organisation and more than fifty women', async () => {
    const fifty = await add(50, true);
    await add(51, true);
    await add(400, false);
    expect(await keys()).toEqual([51]);

    const { id, name, hasPartyOrganisation, asOf, version } = fifty;
    const change = { name, hasPartyOrganisation, asOf, version, femaleStaff: 52 };
    await t.http.put(`/desk/enterprises/${id}`, change, head);
    expect(await keys()).toEqual([52, 51]);
    const twice = await t.http.put<RefusalBody>(`/desk/enterprises/${id}`, change, head);
    expect(twice.body.code).toBe('changed_meanwhile');
  });
});

describe('the health of the organisations', () => {
  it('is told in the order of the tree, with what to look after and no rank', async () => {
    const member = await aCommitteeMember(t, tree.village, '示例·陈');
    for (let n = 0; n < 19; n += 1) await phoneOf(t, member).sync(aLink(member.gridId));
    await anActivity(t, tree.village, { startsAt: t.clock.now() - 86_400_000 });
    const list = async () =>
      (await t.http.get<Page<OrganisationHealth>>(`/desk/federations/${tree.town.id}/health`, head))
        .body.items;

    const [town, village] = await list();
    expect(town).toMatchObject({ federationId: tree.town.id, hints: [] });
    expect(village?.hints.map(({ text }) => text)).toEqual([
      '执委 1 人，一般是 11 到 15 人',
      '示例·陈的联系户差1名',
    ]);

    await phoneOf(t, member).sync(aLink(member.gridId));
    expect((await list())[1]?.hints).toHaveLength(1);
  });

  it('has a last page also when what stood behind it has gone to another branch', async () => {
    const path = `/desk/federations/${tree.town.id}/health`;
    const after = encodeAfter([`${tree.town.path}~`]);

    const { status, body } = await t.http.get(`${path}?after=${after}`, head);

    expect([status, body]).toEqual([200, { items: [], next: null }]);
  });
});

describe('the search of a desk', () => {
  const find = (words: string, who: GivenPerson) =>
    t.http.get<FoundFederations>(`/desk/federations?words=${encodeURIComponent(words)}`, who);
  const named = async (code: string, name: string) => {
    const place = { code, name, level: 'town', parentCode: null, lng: null, lat: null } as const;
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Divisions).add(tx, [place]));
  };

  it('finds federations of her branches in Chinese, pinyin, initials and misspelled, and no other', async () => {
    const { town, otherTown, codes } = tree;
    await named(codes.town, '霞美镇');
    await named(codes.otherTown, '霞浦镇');
    const clerk = await aPerson(t, [{ in: town, kind: 'staff' }]);

    for (const words of ['霞美', '霞美镇妇联', 'xiamei', 'xm', 'XIA mei'])
      expect([words, (await find(words, clerk)).body]).toEqual([
        words,
        { found: [{ id: town.id, name: town.name, parentName: tree.county.name }], meant: [] },
      ]);
    expect((await find('xiamie', clerk)).body).toMatchObject({
      found: [],
      meant: [{ id: town.id }],
    });
    expect((await find('霞浦', clerk)).body.found).toEqual([]);
    expect((await find('霞', head)).body.found.map(({ id }) => id).sort()).toEqual(
      [town.id, otherTown.id].sort(),
    );
  });
});
