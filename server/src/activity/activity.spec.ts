import type { Activity, Page, RefusalBody } from '@niangjia/shared';
import { anActivity } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aTree, type Tree } from '../../test/trees';
import type { ActivityRow } from '.';

const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);

describe('activities for everybody', () => {
  let t: TestApp;
  let tree: Tree;
  beforeAll(async () => {
    t = await startApp();
    tree = await aTree(t);
    const held = (title: string, startsAt: string, given: Partial<ActivityRow> = {}) =>
      anActivity(t, tree.village, { title, startsAt: at(startsAt), ...given });
    await held('昨天的', '2026-11-25T09:00');
    await held('正在办的展览', '2026-11-01T09:00', { endsAt: at('2026-11-30T17:00'), lng: 118.5 });
    await held('今天下午的', '2026-11-26T15:00', { lng: 118.41 });
    await held('明早的', '2026-11-27T00:00', { lng: 118.4001 });
    await held('草稿', '2026-11-27T09:00', { state: 'draft' });
    await held('取消了的', '2026-11-27T10:00', {
      state: 'cancelled',
      cancelReason: '下雨',
      lng: 119,
    });
    await held('报满的', '2026-11-27T23:59', { state: 'closed', lng: 120 });
  });
  afterAll(() => t.close());

  const list = async (query: string) =>
    (await t.http.get<Page<Activity> & RefusalBody>(`/activities?${query}`)).body;
  const titles = async (query: string) => (await list(query)).items.map(({ title }) => title);
  const paged = async (query: string) => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<Activity> = await list(`limit=2${query}${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ title }) => title));
      next = page.next;
    }
    return seen;
  };
  const soonest = ['正在办的展览', '今天下午的', '明早的', '取消了的', '报满的'];
  const nearest = ['明早的', '今天下午的', '正在办的展览', '取消了的', '报满的'];

  it('come soonest first, without drafts and what is over', async () => {
    expect(await titles('')).toEqual(soonest);
    expect(await paged('')).toEqual(soonest);
  });

  it('come by the day on which they begin', async () => {
    expect(await titles('day=2026-11-27')).toEqual(['明早的', '取消了的', '报满的']);
    expect(await titles('day=2026-11-26')).toEqual(['今天下午的']);
    expect(await titles('day=2026-11-25')).toEqual([]);
  });

  it('come nearest first from where she is, with the distance', async () => {
    expect(await paged('&lng=118.4&lat=24.9')).toEqual(nearest);
    const { items } = await list('lng=118.4&lat=24.9');
    expect(items.slice(0, 2).map(({ distanceMetres }) => distanceMetres)).toEqual([10, 1009]);
    expect(await titles('lng=118.4&lat=24.9&radiusMetres=1500')).toEqual(nearest.slice(0, 2));
    expect(await titles('lng=118.4&lat=24.9&day=2026-11-26')).toEqual(['今天下午的']);
    expect((await list('')).items[0]?.distanceMetres).toBeNull();
  });

  it('come at one place by their start, page by page', async () => {
    const soon = { lng: 121, lat: 25 };
    const held = async (title: string, startsAt: string) =>
      anActivity(t, tree.village, { ...soon, title, startsAt: at(startsAt) });
    await held('第三', '2026-12-03T09:00');
    await held('第一', '2026-12-01T09:00');
    await held('第二', '2026-12-02T09:00');
    const there = '&lng=121&lat=25&radiusMetres=100';
    expect(await paged(there)).toEqual(['第一', '第二', '第三']);
  });

  it('say that one was cancelled, and why', async () => {
    const { items } = await list('day=2026-11-27');
    expect(items[1]).toMatchObject({ state: 'cancelled', cancelReason: '下雨' });
  });

  it('name every fault of a question', async () => {
    const faults = async (query: string) => Object.keys((await list(query)).fields ?? {});
    expect(await faults('lng=118.4')).toEqual(['lng']);
    expect(await faults('radiusMetres=500')).toEqual(['lng']);
    expect(await faults('lng=181&lat=x&day=2026-02-30&limit=0&sort=up')).toEqual(
      expect.arrayContaining(['day', 'lat', 'limit', 'lng', 'sort']),
    );
    expect(await faults('after=here')).toEqual(['after']);
  });
});
