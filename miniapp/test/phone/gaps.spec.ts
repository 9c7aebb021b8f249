/** @jest-environment node */
import { FieldOfHers } from '@/features/visit/field-of-hers';
import { reckoned, toldByHer } from '@/features/visit/phone-clock';
import { Refused, Unreachable } from '@/platform/refused';
import { FakeDisk, Killed } from './fake-disk';
import { gridOf, ModelService } from './model-service';

const start = Date.parse('2026-11-22T10:00:00+08:00');
const day = 86_400_000;
const year = 365 * day;

/** A phone of A, with a clock of its own and a network that can be switched off. */
function aPhone(disk: FakeDisk, service: ModelService) {
  const is = { online: true, fastMs: 0, signedInAs: 'A' };
  let draws = 0;
  const through = <T>(ask: () => T) =>
    is.online ? Promise.resolve().then(ask) : Promise.reject(new Unreachable('offline'));
  const open = () =>
    new FieldOfHers({
      disk,
      randomBytes: async (count) => new Uint8Array(count).fill((draws += 1)),
      ownClock: () => service.now + is.fastMs,
      isSignedIn: (accountId) => accountId === is.signedInAs,
      office: {
        sync: (facts) => through(() => service.sync(is.signedInAs, facts)),
        submitSealed: (sealed) => through(() => service.submitSealed(sealed)),
        sealingKey: () => through(() => service.sealingKey(is.signedInAs)),
        mayVisit: () => through(() => service.mayVisit(is.signedInAs)),
        grids: () => through(() => ({ items: [], next: null })),
        women: (after) => through(() => service.women(is.signedInAs, after)),
        visits: (after) => through(() => service.visitsOf(is.signedInAs, after)),
      },
    });
  return { is, open };
}

const aLink = (name: string) => ({
  gridId: gridOf('A'),
  name,
  linkedOn: '2026-11-22',
  consent: 'spoken' as const,
});
const aVisit = (linkId: string, visitDay = '2026-11-22') => ({
  linkId,
  kind: 'home' as const,
  visitDay,
  needs: [],
  risk: 'normal' as const,
  note: '示例·没网时写的',
});

describe('the phone’s clock, changed while there was no network', () => {
  const years = [1, 20].flatMap((count) => [count * year, -count * year]);

  it.each(years)('%d ms wrong, and then corrected, ends with the right day', async (wrongBy) => {
    const service = new ModelService(start);
    const { is, open } = aPhone(new FakeDisk(), service);
    is.fastMs = wrongBy;
    const app = open();
    await app.follow('A');
    expect(app.view().today).toBe('2026-11-22');

    is.online = false;
    service.now += day;
    is.fastMs = 0;
    app.look();
    const { dayDoubt } = app.view();
    if (dayDoubt) app.sayToday('2026-11-23');

    // A clock that was ahead cannot be now what it was; of one that was behind she is asked.
    expect(dayDoubt !== null).toBe(wrongBy < 0);
    expect(app.view()).toMatchObject({ today: '2026-11-23', dayDoubt: null });
    expect(open().view().state).toBe('closed');
  });

  it('is not asked of her while it goes on as wrong as it was', async () => {
    for (const wrongBy of [...years, 0, -5 * day, 5 * day, -600_000]) {
      const service = new ModelService(start);
      const { is, open } = aPhone(new FakeDisk(), service);
      is.fastMs = wrongBy;
      const app = open();
      await app.follow('A');
      is.online = false;
      service.now += 2 * day;
      expect(app.view()).toMatchObject({ dayDoubt: null });
      app.look();
      expect(app.view()).toMatchObject({ today: '2026-11-24', dayDoubt: null });
    }
  });

  it('set back behind what is past, offers the days since, and takes hers', () => {
    const known = { offsetMs: 0, heardAt: start };
    const own = start - 6 * year;
    const { doubt } = reckoned(known, own);
    expect(doubt?.slice(0, 2)).toEqual(['2026-11-22', '2026-11-23']);

    const told = toldByHer(known, own, '2026-11-25');
    expect(reckoned(told, own + 1000)).toEqual({ offsetMs: told.offsetMs, doubt: null });
  });

  it('leaves what waits as old as it is', async () => {
    const service = new ModelService(start);
    const { is, open } = aPhone(new FakeDisk(), service);
    is.fastMs = -2 * year;
    const app = open();
    await app.follow('A');
    is.online = false;
    app.addLink(aLink('示例·甲'));
    const written = service.now;

    service.now += 3 * day;
    is.fastMs = 0;
    app.look();
    app.sayToday('2026-11-25');

    expect(app.view().waiting.since).toBe(written);
  });

  it('is heard also by a phone that has nothing to send', async () => {
    const service = new ModelService(start);
    const { is, open } = aPhone(new FakeDisk(), service);
    is.fastMs = 10 * year;
    const app = open();
    await app.follow('A');

    expect(app.view()).toMatchObject({ today: '2026-11-22', waiting: { count: 0 } });
  });
});

it('digits to copy are there wherever the app is ended, until she says that they are copied', async () => {
  let kept = 0;
  for (let writes = 1, done = false; !done; writes += 1) {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const { open } = aPhone(disk, service);
    let app = open();
    await app.follow('A');
    disk.left = writes;
    let code: string | undefined;
    try {
      const saved = app.addLink(aLink('示例·甲'));
      code = saved.kept ? saved.linkCode : undefined;
      await app.syncNow();
      done = !disk.isDead;
    } catch (fault) {
      expect(fault).toBeInstanceOf(Killed);
    }
    disk.revive();
    app = open();
    await app.follow('A');

    const made = [...service.links.values()].map(({ fact }) => fact.linkCode);
    expect(app.view().toCopy.map((one) => one.code)).toEqual(made);
    if (code !== undefined) expect(made).toEqual([code]);
    if (made.length === 0) continue;
    kept += 1;
    expect(app.view().toCopy).toMatchObject([{ kind: 'card', name: '示例·甲' }]);
    app.hasCopied(made[0] ?? '');
    expect(app.view().toCopy).toEqual([]);
    await app.syncNow();
    expect(app.view().toCopy).toEqual([]);
  }
  expect(kept).toBeGreaterThan(4);
});

describe('once the service said that her post is over', () => {
  async function anEndedPost() {
    const service = new ModelService(start);
    const disk = new FakeDisk();
    const { is, open } = aPhone(disk, service);
    const app = open();
    await app.follow('A');
    const link = app.addLink(aLink('示例·甲'));
    await app.syncNow();
    is.online = false;
    app.addVisit(aVisit(link.kept ? link.id : ''));
    app.saveDraft('visit', { note: '示例·没写完' });
    service.over.add('A');
    await app.syncNow();
    return { service, disk, is, open, app };
  }

  it('what was unsent reaches it, and nothing on the phone can be read any more', async () => {
    const { service, disk, is, app } = await anEndedPost();
    expect(app.view()).toMatchObject({ state: 'open', women: [{ name: '示例·甲' }] });

    is.online = true;
    await app.syncNow();

    expect(app.view()).toMatchObject({ state: 'over', women: [], waiting: { count: 0 } });
    expect([...service.visits.values()].map(({ fact }) => fact.note)).toEqual(['示例·没网时写的']);
    expect(disk.keys()).toEqual([]);
  });

  it('what could not be sent is sealed, said, and sent later by whoever is here', async () => {
    const { service, disk, is, open, app } = await anEndedPost();
    is.online = true;
    const { office } = app['given'];
    const real = { ...office };
    Object.assign(office, { submitSealed: () => Promise.reject(new Unreachable('offline')) });
    await app.syncNow();
    expect(app.view()).toMatchObject({ state: 'over', waiting: { count: 1, sealed: 1 } });
    expect(disk.keys()).toEqual([expect.stringMatching(/^field-sealed\//)]);
    Object.assign(office, real);

    is.signedInAs = 'B';
    await open().follow('B');

    expect(service.visits.size).toBe(1);
    expect(disk.keys().some((key) => key.startsWith('field-sealed/'))).toBe(false);
  });

  it('and she comes back into a post, her list does too', async () => {
    const { service, is, app } = await anEndedPost();
    is.online = true;
    await app.syncNow();
    service.over.delete('A');
    app.look();
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await app.syncNow();

    expect(app.view()).toMatchObject({ state: 'open', women: [{ name: '示例·甲' }] });
  });

  it('and there is no room to seal in, it is kept, said, and hers again when she is back', async () => {
    const { service, disk, is, app } = await anEndedPost();
    is.online = true;
    disk.limit = 0;
    await app.syncNow();
    expect(app.view()).toMatchObject({
      state: 'over',
      women: [],
      waiting: { count: 1, sealed: 0 },
    });

    disk.limit = 10_000_000;
    service.over.delete('A');
    await app.syncNow();

    expect(app.view()).toMatchObject({ state: 'open', women: [{ name: '示例·甲' }] });
    expect(service.visits.size).toBe(1);
  });

  it('a page that is not there for another reason wipes nothing', async () => {
    const { service, is, app } = await anEndedPost();
    service.over.delete('A');
    is.online = true;
    const gone = () => Promise.reject(new Refused({ code: 'not_found', message: '' }));
    Object.assign(app['given'].office, { grids: gone });
    await app.syncNow();

    expect(app.view()).toMatchObject({ state: 'open', sync: { state: 'failed' } });
  });
});

it('sealed work that was refused is sent again when somebody signs in here', async () => {
  const service = new ModelService(start);
  const disk = new FakeDisk();
  const { is, open } = aPhone(disk, service);
  const app = open();
  await app.follow('A');
  is.online = false;
  app.addLink(aLink('示例·甲'));
  expect(await app.leave()).toBe('left');
  is.online = true;
  service.refuseNext = 'not_your_grid';
  await open().follow('A');
  expect(service.links.size).toBe(0);
  service['refused'].clear();

  const again = open();
  await again.follow('A');

  expect(service.links.size).toBe(1);
  expect(again.view().waiting).toMatchObject({ count: 0, sealedRefused: 0 });
});
