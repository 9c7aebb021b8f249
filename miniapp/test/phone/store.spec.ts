/** @jest-environment node */
import { tasksOf, type VisitMade } from '@niangjia/shared';
import { FieldOfHers } from '@/features/visit/field-of-hers';
import type { Office } from '@/features/visit/office';
import { openField } from '@/features/visit/open-field';
import type { FieldStore } from '@/features/visit/field-store';
import { base64url } from '@/platform/base64url';
import { Chance } from '@/platform/chance';
import { Refused, Unreachable } from '@/platform/refused';
import { SealedRecords } from '@/platform/sealed-records';
import { FakeDisk, Killed } from './fake-disk';
import { ModelService } from './model-service';
import { aLink, aVisit, day, noNetwork, phoneOn, randomBytes } from './one-phone';

const start = Date.parse('2026-11-22T10:00:00+08:00');

describe('what waits', () => {
  it('says how much and since when, by the clock of the service, when the phone is years off', async () => {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const app = phoneOn(disk, service);
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    await app.syncNow();
    const linkId = link.kept ? link.id : '';
    const years = 20 * 365 * 86_400_000;

    service.now += 3_600_000;
    const off = new FieldOfHers({
      ...app['given'],
      ownClock: () => service.now - years,
      office: { ...app['given'].office, ...noNetwork },
    });
    await off.follow('A');
    disk.kept.forEach((_, key) => key.endsWith('clock') && disk.kept.delete(key));
    const store = (await openField('A', {
      ...app['given'],
      ownClock: () => service.now - years,
    })) as FieldStore;
    store.records.put('clock', { offsetMs: years });
    off.look();
    off.addVisit(aVisit(linkId, '一'));
    await off.syncNow();

    expect(off.view()).toMatchObject({
      today: day,
      waiting: { count: 1, since: service.now },
      sync: { state: 'failed', isOffline: true },
    });
  });

  it('is put right with all that builds on it, and sent', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    service.refuseNext = 'link_code_taken';
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    app.addVisit(aVisit(linkId, '一'));
    await app.syncNow();
    const { refused, count } = app.view().waiting;
    expect(refused).toMatchObject([{ code: 'link_code_taken', fact: { id: linkId } }]);
    expect(count).toBe(2);

    const right = app.putRight(linkId, { name: '示例·乙' });
    await app.syncNow();

    expect(right).toMatchObject({
      kept: true,
      newCode: expect.stringMatching(/^\d{20}$/) as string,
    });
    expect(app.view().waiting).toMatchObject({ count: 0, since: null, refused: [] });
    expect(app.view().women).toMatchObject([{ name: '示例·乙', lastVisitDay: day }]);
    expect([...service.visits.values()][0]?.fact).toMatchObject({ note: '一' });
  });

  it('takes along what is begun about her when her link is put right, and lets it go when she leaves', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    service.refuseNext = 'link_code_taken';
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    await app.syncNow();
    app.saveDraft('visit', { linkId, visitDay: day, note: '她丈夫的事' });

    const right = app.putRight(linkId, {});
    const newId = right.kept ? right.id : '';
    expect(newId).not.toBe(linkId);
    await app.syncNow();
    expect(app.draft('visit')).toMatchObject({ linkId: newId, note: '她丈夫的事' });
    app.leaveLink(newId);

    expect(app.draft('visit')).toBeUndefined();
    expect(app.view().ended).toEqual([]);
  });

  it('keeps her yes to a ticket when she ended the link before anything came in', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    await app.syncNow();
    const { office } = app['given'];
    const online = { ...office };
    Object.assign(office, noNetwork);
    const needs = [{ kind: 'children' as const, text: '托管' }];
    const visit = app.addVisit({ ...aVisit(linkId, '茶喝了两杯'), needs });
    const [visitId, needId = ''] = visit.kept ? [visit.id, visit.needIds[0]] : [''];
    app.askTicket({ visitId, needId });
    service.womanEnds(linkId);
    Object.assign(office, online);
    await app.syncNow();

    expect([...service.tickets.values()]).toMatchObject([
      { need: { kind: 'children', text: '托管', risk: 'normal' } },
    ]);
    expect(service.visits.size).toBe(0);
    expect(app.view().ended).toMatchObject([{ type: 'visit_made', name: '示例·甲' }]);
    expect(app.view().toCopy).toMatchObject([
      { kind: 'card' },
      { kind: 'ticket', name: '示例·甲' },
    ]);
  });

  it('brings along with a ticket the words of its need as they were put right', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    await app.syncNow();
    service.refuseNext = 'bad_input';
    const needs = [{ kind: 'children' as const, text: '坏' }];
    const visit = app.addVisit({ ...aVisit(linkId, '一'), needs });
    const [visitId, needId = ''] = visit.kept ? [visit.id, visit.needIds[0]] : [''];
    app.askTicket({ visitId, needId });
    await app.syncNow();
    app.putRight(visitId, { needs: [{ kind: 'children', text: '托管' }] });
    await app.syncNow();

    expect([...service.tickets.values()]).toMatchObject([{ need: { text: '托管' } }]);
  });

  it('goes under the link that she has already when another phone was quicker', async () => {
    const service = new ModelService(start);
    const first = {
      ...aLink('示例·甲'),
      type: 'link_made',
      id: 'FIRST',
      ledgerEntryId: 'E',
    } as const;
    service.sync('A', [{ ...first, linkCode: '1'.repeat(20) }]);
    const app = phoneOn(new FakeDisk(), service, {
      sync: async (facts) => {
        const synced = service.sync('A', facts);
        const twice = facts.find(({ type }) => type === 'link_made');
        synced.results
          .filter(({ id, code }) => id === twice?.id && code === 'already_linked')
          .forEach((one) => (one.firstLinkId = 'FIRST'));
        return synced;
      },
    });
    await app.follow('A');
    const { office } = app['given'];
    const online = { ...office };
    Object.assign(office, noNetwork);
    const link = app.addLink({ ...aLink('示例·甲'), ledgerEntryId: 'E' });
    const linkId = link.kept ? link.id : '';
    const needs = [{ kind: 'children' as const, text: '托管' }];
    const visit = app.addVisit({ ...aVisit(linkId, '一'), needs });
    const [visitId, needId = ''] = visit.kept ? [visit.id, visit.needIds[0]] : [''];
    app.askTicket({ visitId, needId });
    app.saveDraft('visit', { linkId, visitDay: day, note: '二' });
    service.refuseNext = 'already_linked';
    Object.assign(office, online);
    await app.syncNow();

    expect([...service.visits.values()]).toMatchObject([{ fact: { linkId: 'FIRST', note: '一' } }]);
    expect([...service.tickets.values()]).toMatchObject([{ linkId: 'FIRST' }]);
    expect(app.draft('visit')).toMatchObject({ linkId: 'FIRST', note: '二' });
    expect(app.view().waiting).toMatchObject({ count: 1, refused: [{ code: 'already_linked' }] });
  });

  it('is about another woman of the list when she says so, with its ticket', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    const other = app.addLink(aLink('示例·乙'));
    const otherId = other.kept ? other.id : '';
    await app.syncNow();
    service.refuseNext = 'not_your_grid';
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    const needs = [{ kind: 'children' as const, text: '托管' }];
    const visit = app.addVisit({ ...aVisit(linkId, '一'), needs });
    const [visitId, needId = ''] = visit.kept ? [visit.id, visit.needIds[0]] : [''];
    app.askTicket({ visitId, needId });
    await app.syncNow();
    app.takeBack(linkId);
    await app.syncNow();
    app.putRight(visitId, { linkId: otherId });
    await app.syncNow();

    expect([...service.visits.values()]).toMatchObject([{ fact: { linkId: otherId } }]);
    expect([...service.tickets.values()]).toMatchObject([{ linkId: otherId }]);
    expect(app.view().waiting.count).toBe(0);
  });

  it('is sealed to the newest key, which a sync has named', async () => {
    const service = new ModelService(start);
    const fetched: string[] = [];
    const key = { id: 'k1' };
    const app = phoneOn(new FakeDisk(), service, {
      sync: async (facts) => ({ ...service.sync('A', facts), sealingKeyId: key.id }),
      sealingKey: async () => {
        fetched.push(key.id);
        return { ...service.sealingKey('A'), id: key.id };
      },
    });
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    await app.syncNow();
    expect(fetched).toEqual(['k1']);
    key.id = 'k2';
    app.addVisit(aVisit(link.kept ? link.id : '', '一'));
    await app.syncNow();
    await app.syncNow();

    expect(fetched).toEqual(['k1', 'k2']);
  });

  it('is one act when what was begun with an id is kept again', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service, noNetwork);
    await app.follow('A');
    const id = app.newId();
    const link = app.addLink({ ...aLink('示例·甲'), id });

    expect(app.addLink({ ...aLink('示例·甲'), id })).toEqual(link);
    const visit = { ...aVisit(String(id), '一'), id: app.newId() };
    expect(app.addVisit(visit)).toEqual(app.addVisit(visit));
    expect(app.view().waiting.count).toBe(2);
  });

  it('cannot be taken back for a refusal that passes by itself, nor while it is under way', async () => {
    const service = new ModelService(start);
    const app = phoneOn(new FakeDisk(), service);
    await app.follow('A');
    service.refuseNext = 'busy';
    const busy = app.addLink(aLink('示例·甲'));
    await app.syncNow();
    const later = app.addVisit(aVisit('01ARZ3NDEKTSV4RRFFQ69G5FAV', '一'));
    await app.syncNow();
    const idOf = (saved: typeof busy | typeof later) => (saved.kept ? saved.id : '');
    const refusedIds = () => app.view().waiting.refused.map(({ fact }) => fact.id);
    expect(refusedIds()).toEqual([idOf(later)]);
    expect(app.takeBack(idOf(busy))).toMatchObject({ kept: false });
    expect(app.putRight(idOf(busy), {})).toMatchObject({ kept: false });

    Object.assign(app['given'].office, { sync: () => Promise.reject(new Unreachable('timeout')) });
    await app.syncNow();

    expect(refusedIds()).toEqual([]);
    expect(app.takeBack(idOf(later))).toMatchObject({ kept: false });
    expect(app.view().waiting.count).toBe(2);
  });

  it('goes in halves when the whole is too large, and the one that is stays', async () => {
    const service = new ModelService(start);
    const sizes: number[] = [];
    const app = phoneOn(new FakeDisk(), service, {
      sync: async (facts) => {
        sizes.push(facts.length);
        const isBad = facts.some((fact) => (fact as VisitMade).note === '坏');
        if (isBad) throw new Refused({ code: 'too_large', message: '内容太长了。' });
        return service.sync('A', facts);
      },
    });
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    for (const note of ['一', '二', '坏', '四']) app.addVisit(aVisit(linkId, note));
    await app.syncNow();

    expect(app.view().waiting).toMatchObject({ count: 1, refused: [{ fact: { note: '坏' } }] });
    expect(service.visits.size).toBe(3);
  });

  it('is never sent twice at a time', async () => {
    const service = new ModelService(start);
    let open = 0;
    let most = 0;
    const app = phoneOn(new FakeDisk(), service, {
      sync: async (facts) => {
        most = Math.max(most, (open += 1));
        await Promise.resolve();
        open -= 1;
        return service.sync('A', facts);
      },
    });
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    for (let n = 0; n < 5; n += 1) app.addVisit(aVisit(linkId, `第${n}次`));
    await Promise.all([app.syncNow(), app.syncNow(), app.syncNow()]);

    expect([most, app.view().waiting.count, service.visits.size]).toEqual([1, 0, 5]);
  });

  it('is kept by two open pages of one browser without one writing over the other', async () => {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const first = phoneOn(disk, service, noNetwork);
    const second = phoneOn(disk, service);
    await first.follow('A');
    await second.follow('A');
    const link = second.addLink(aLink('示例·甲'));
    await second.syncNow();
    first.look();
    const linkId = link.kept ? link.id : '';
    first.addVisit(aVisit(linkId, '第一页'));
    second.addVisit(aVisit(linkId, '第二页'));
    first.addVisit(aVisit(linkId, '又是第一页'));
    await second.syncNow();

    expect([...service.visits.values()].map(({ fact }) => fact.note).sort()).toEqual(
      ['又是第一页', '第一页', '第二页'].sort(),
    );
    first.look();
    expect(first.view().waiting.count).toBe(0);
    expect(first.view().visits).toHaveLength(3);
  });

  it('is sealed with what the other open page wrote, which keeps nothing more under the old key', async () => {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const first = phoneOn(disk, service);
    const second = phoneOn(disk, service, { sync: noNetwork.sync });
    await first.follow('A');
    await second.follow('A');
    expect(second.addLink(aLink('示例·甲'))).toMatchObject({ kept: true });

    expect(await first.leave()).toBe('left');
    expect(disk.keys()).toEqual([expect.stringMatching(/^field-sealed\//)]);
    expect(second.addLink(aLink('示例·乙'))).toMatchObject({ kept: false });
    expect(second.saveDraft('link', { name: '示例·乙' })).toMatchObject({ kept: false });
    await second.syncNow();

    expect(second.view().state).toBe('closed');
    expect(disk.keys()).toHaveLength(1);
  });

  it('goes a hundred at a time', async () => {
    const service = new ModelService(start);
    const sizes: number[] = [];
    const sync: Office['sync'] = async (facts) => {
      sizes.push(facts.length);
      return service.sync('A', facts);
    };
    const disk = new FakeDisk();
    const away = phoneOn(disk, service, noNetwork);
    await away.follow('A');
    const link = away.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    for (let n = 0; n < 249; n += 1) away.addVisit(aVisit(linkId, `第${n}次`));

    const app = phoneOn(disk, service, { sync });
    await app.follow('A');

    expect(sizes).toEqual([100, 100, 50]);
    expect(app.view().waiting.count).toBe(0);
  });
});

describe('no room', () => {
  it('is said at once, the old visits of the copy go for it and nothing else', async () => {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const app = phoneOn(disk, service);
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    const linkId = link.kept ? link.id : '';
    for (let n = 0; n < 20; n += 1) app.addVisit(aVisit(linkId, '说'.repeat(200)));
    await app.syncNow();
    app.saveDraft('visit', { note: '写到一半' });

    disk.limit = disk.size() + 100;
    expect(app.addVisit(aVisit(linkId, '放得下'))).toMatchObject({ kept: true });
    disk.limit = disk.size() + 100;
    const refused = app.addVisit(aVisit(linkId, '放不下'));
    expect(refused).toMatchObject({
      kept: false,
      why: expect.stringContaining('放不下') as string,
    });

    expect(app.draft('visit')).toEqual({ note: '写到一半' });
    expect(app.view().women).toHaveLength(1);
    expect(app.view().isAlmostFull).toBe(true);
    disk.limit = 10_000_000;
    await app.syncNow();
    expect(service.visits.size).toBe(21);
  });
});

describe('what an older or a newer version stored', () => {
  const key = new Uint8Array(32).fill(9);
  const sample = () => {
    const disk = new FakeDisk();
    const records = new SealedRecords({
      disk,
      prefix: 'field/A/',
      key,
      chance: new Chance(new Uint8Array(32)),
    });
    const link = { type: 'link_made', id: 'L', ledgerEntryId: 'E', linkCode: '1'.repeat(20) };
    const visit = { type: 'visit_made', id: 'V', ...aVisit('L', '旧版写的') };
    const facts = [{ ...link, ...aLink('示例·甲') }, visit];
    records.put('outbox', { facts, savedAt: start - 1000 });
    disk.write('field/A/shape', '1');
    disk.write('field-key/A', base64url(key));
    return disk;
  };

  it('comes along, wherever the app is ended on the way', async () => {
    for (let writes = 1, done = false; !done; writes += 1) {
      const disk = sample();
      disk.left = writes;
      const ground = { disk, randomBytes, ownClock: () => start };
      await openField('A', ground).then(
        () => (done = true),
        (fault: unknown) => expect(fault).toBeInstanceOf(Killed),
      );
      disk.revive();
      const store = (await openField('A', ground)) as FieldStore;
      expect(store.outbox.all().map(({ fact, at }) => [fact.id, at])).toEqual([
        ['L', start - 1000],
        ['V', start - 1000],
      ]);
      expect(disk.read('field/A/shape')).toBe('3');
    }
  });

  it('keeps the digits that were a draft, and shows none that were copied down by then', async () => {
    for (let writes = 1, done = false; !done; writes += 1) {
      const disk = sample();
      const records = new SealedRecords({
        disk,
        prefix: 'field/A/',
        key,
        chance: new Chance(new Uint8Array(32)),
      });
      const left = [{ kind: 'ticket', name: '示例·丙', code: '2'.repeat(20) }];
      records.put('draft/digits', left);
      disk.left = writes;
      const ground = { disk, randomBytes, ownClock: () => start };
      await openField('A', ground).then(
        () => (done = true),
        (fault: unknown) => expect(fault).toBeInstanceOf(Killed),
      );
      disk.revive();
      const store = (await openField('A', ground)) as FieldStore;
      expect(store.view().toCopy).toEqual(left);
      expect(disk.read('field/A/draft/digits')).toBeUndefined();
    }
  });

  it('is left as it is when a newer one wrote it', async () => {
    const disk = sample();
    disk.write('field/A/shape', '4');
    const before = disk.dump();
    const app = phoneOn(disk, new ModelService(start));
    await app.follow('A');

    expect(app.view()).toMatchObject({ state: 'newer', women: [] });
    expect(app.addLink(aLink('示例·乙'))).toMatchObject({ kept: false });
    expect(await app.leave()).toBe('newer');
    expect(disk.dump()).toBe(before);
  });
});

describe('signing out with work that is not sent', () => {
  it('seals it, wipes all else, and it is sent by whoever comes next without being read', async () => {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const app = phoneOn(disk, service);
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    await app.syncNow();
    Object.assign(app['given'].office, noNetwork);
    app.addVisit(aVisit(link.kept ? link.id : '', '没网时写的'));
    await app.syncNow();
    expect(app.howMuchUnsent()).toBe(1);

    expect(await app.leave()).toBe('left');
    const keys = disk.keys();
    expect(keys.filter((key) => !key.startsWith('field-sealed/'))).toEqual([]);
    expect(keys).toHaveLength(1);
    expect(disk.dump()).not.toMatch(/没网|token/);

    const next = phoneOn(disk, service);
    await next.follow('A');
    expect([...service.visits.values()].map(({ fact }) => fact.note)).toEqual(['没网时写的']);
    expect(disk.keys().some((key) => key.startsWith('field-sealed/'))).toBe(false);
  });

  it('waits for a network when the phone never got the key to seal with', async () => {
    const disk = new FakeDisk();
    const app = phoneOn(disk, new ModelService(start), noNetwork);
    await app.follow('A');
    app.addLink(aLink('示例·甲'));

    expect(await app.leave()).toBe('needs_network');
    expect(app.view()).toMatchObject({ state: 'open', waiting: { count: 1 } });
  });
});

it('two hundred women make a list of tasks', async () => {
  const service = new ModelService(start);
  const app = phoneOn(new FakeDisk(), service, noNetwork);
  await app.follow('A');
  for (let n = 0; n < 200; n += 1)
    app.addLink({ ...aLink(`示例·${n}`), linkedOn: n % 2 ? '2026-01-01' : day });

  const { women, tasks } = app.view();

  expect([women.length, tasks.length]).toEqual([200, 100]);
  expect(tasks).toEqual(tasksOf(women, day));
});
