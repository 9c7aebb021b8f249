import type { Division, Federation, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation } from '../../test/given';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Divisions } from './division.service';
import { FederationRow } from './federation.entity';
import { Federations } from './federation.service';

describe('the tree of federations', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  const run = <T>(work: Parameters<UnitOfWork['run']>[0]) =>
    t.app.get(UnitOfWork).run(work) as Promise<T>;

  it('shows a woman her chain of four, from the county down to the workplace', async () => {
    const county = await aFederation(t, { name: '某市妇联', level: 'county' });
    const town = await aFederation(t, { parent: county });
    const village = await aFederation(t, { name: '某村妇联', level: 'village', parent: town });
    const unit = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: village });

    const { body } = await t.http.get<Page<Federation>>(`/federations/${unit.id}/chain`);

    expect(body.items.map(({ level }) => level)).toEqual(['county', 'town', 'village', 'unit']);
    expect(body.next).toBeNull();
  });

  it('pages through the children of one, and only of that one', async () => {
    const town = await aFederation(t);
    const other = await aFederation(t);
    for (let n = 0; n < 5; n += 1) await aFederation(t, { level: 'village', parent: town });
    await aFederation(t, { level: 'village', parent: other });

    const seen: Federation[] = [];
    let after = '';
    do {
      const path = `/federations/${town.id}/children?limit=2${after}`;
      const { body } = await t.http.get<Page<Federation>>(path);
      seen.push(...body.items);
      after = body.next ? `&after=${body.next}` : '';
    } while (after);

    expect(seen).toHaveLength(5);
    expect(new Set(seen.map(({ parentId }) => parentId))).toEqual(new Set([town.id]));
  });

  it('answers 404 for one that does not exist and 400 for what is no id', async () => {
    const missing = await t.http.get(`/federations/${'0'.repeat(26)}`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'federation_not_found' } });
    expect((await t.http.get('/federations/x')).status).toBe(400);
  });

  it('keeps the units of a joint federation in the order they were named', async () => {
    const partners = ['乙基地', '甲基地'].map((name) => ({ name, role: 'member' as const }));
    const joint = await aFederation(t, { establishmentMode: 'joint', partners });

    const { body } = await t.http.get<Federation>(`/federations/${joint.id}`);

    expect(body).toMatchObject({ establishmentMode: 'joint', partners });
  });

  it.each([
    ['joint', [{ name: '甲', role: 'member' }], 'joint_needs_partners'],
    ['hosted', [], 'hosted_needs_platform'],
    ['led', [], 'led_needs_leader'],
  ] as const)('does not establish a %s one without its units', async (mode, partners, code) => {
    const before = await t.dataSource.manager.count(FederationRow);

    await expect(aFederation(t, { establishmentMode: mode, partners })).rejects.toMatchObject({
      code,
      status: 422,
    });

    expect(await t.dataSource.manager.count(FederationRow)).toBe(before);
  });

  it('converts a 妇委会 into a 妇联 that keeps its id, once', async () => {
    const committee = await aFederation(t, { kind: 'committee', level: 'unit' });
    const convert = () =>
      run((tx) => t.app.get(Federations).convert(tx, committee.id, '2026-03-08'));

    await convert();

    const row = await t.app.get(Federations).rowOf(t.dataSource.manager, committee.id);
    expect(row).toEqual({
      ...committee,
      kind: 'federation',
      convertedFrom: 'committee',
      convertedOn: '2026-03-08',
    });
    await expect(convert()).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  describe('and the places it stands on', () => {
    const division = (code: string, name: string, parentCode: string | null): Division => ({
      code,
      name,
      level: parentCode ? 'town' : 'county',
      parentCode,
    });

    beforeAll(() =>
      run((tx) =>
        t.app.get(Divisions).add(
          tx,
          [
            division('990001', '百分县', null),
            division('990001100', '霞美%镇', '990001'),
            division('990001101', '霞_美镇', '990001'),
            division('990001102', '水头镇', '990001'),
          ].map((row) => ({ ...row, lng: null, lat: null })),
        ),
      ),
    );

    const names = async (query: string): Promise<string[]> => {
      const { body } = await t.http.get<Page<Division>>(`/divisions?${query}`);
      return body.items.map(({ name }) => name);
    };

    it('lists what lies directly below a place', async () => {
      expect(await names('parentCode=990001')).toEqual(['霞美%镇', '霞_美镇', '水头镇']);
    });

    it.each([
      ['镇', 3],
      ['%', 1],
      ['_', 1],
      ['!', 0],
    ])('finds “%s” as it is written, anywhere in a name', async (text, count) => {
      expect(await names(`search=${encodeURIComponent(text)}`)).toHaveLength(count);
    });
  });
});
