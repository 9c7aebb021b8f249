/** @jest-environment node */
import { addDays, tasksOf } from '@niangjia/shared';
import type { FieldOfHers } from '@/features/visit/field-of-hers';
import { type Disk, StorageFull } from '@/platform/disk';
import { Unreachable } from '@/platform/refused';
import { FakeDisk } from './fake-disk';
import { ModelService } from './model-service';
import { aLink, aVisit, day, phoneOn } from './one-phone';
import { wechatDisk } from './wechat-disk';

/** Ten megabytes are written, read and sent, by everything that a phone does at each act. */
jest.setTimeout(15 * 60_000);

const dayMs = 86_400_000;
const women = 200;
const visitsADay = 10;

type Room = Disk & { size: () => number };

const ofWeChat = (): Room => wechatDisk(new Map());

function ofABrowser(): Room {
  const disk = new FakeDisk();
  disk.limit = 5_000_000;
  return disk;
}

/** A phone that was in use for long: two hundred women, and visits of many words. */
async function aLongUse(disk: Room) {
  const service = new ModelService(Date.parse(`${day}T10:00:00+08:00`));
  const app = phoneOn(disk, service);
  await app.follow('A');
  for (let n = 0; n < women; n += 1) app.addLink({ ...aLink(`示例·${n}`), address: '霞美村 3 组' });
  await app.syncNow();
  const linkIds = app.view().women.map(({ id }) => id);
  for (let n = 0; n < 300; n += 1) {
    const need = { kind: 'children' as const, text: '孩子放学没人接。'.repeat(80) };
    app.addVisit({ ...aVisit(linkIds[n % women]!, `旧${n}·${'她说'.repeat(200)}`), needs: [need] });
  }
  app.view().toCopy.forEach(({ code }) => app.hasCopied(code));
  await app.syncNow();
  return { service, app, linkIds };
}

/** `calls` answered requests until the network is gone. */
function networkFor(app: FieldOfHers, service: ModelService, calls: number): void {
  let left = calls;
  const over =
    <Args extends unknown[], T>(answer: (...args: Args) => T) =>
    async (...args: Args) => {
      left -= 1;
      if (left < 0) throw new Unreachable('offline');
      return answer(...args);
    };
  Object.assign(app['given'].office, {
    sync: over((facts: Parameters<ModelService['sync']>[1]) => service.sync('A', facts)),
    submitSealed: over((sealed: Parameters<ModelService['submitSealed']>[0]) =>
      service.submitSealed(sealed),
    ),
    sealingKey: over(() => service.sealingKey('A')),
    grids: over(() => ({ items: [], next: null })),
    women: over((after?: string) => service.women('A', after)),
    visits: over((after?: string) => service.visitsOf('A', after)),
  });
}

/** Years without a network: ten visits a day until the phone takes no more. */
async function writeUntilFull(app: FieldOfHers, service: ModelService, linkIds: string[]) {
  const kept: string[] = [];
  const codes: string[] = [];
  for (let n = 0; ; n += 1) {
    const visitDay = addDays(day, Math.floor(n / visitsADay));
    const note = `第${n}次·${'家里近况，老人身体，孩子念书。'.repeat(5 + (n % 20))}`;
    const needs = n % 5 === 0 ? [{ kind: 'children' as const, text: `想找托管 ${n}` }] : [];
    const saved = app.addVisit({ ...aVisit(linkIds[n % women]!, note), visitDay, needs });
    if (!saved.kept) return { kept, codes, why: saved.why, lastDay: visitDay };
    kept.push(note);
    const needId = saved.needIds[0];
    const asked = needId && n % 40 === 0 ? app.askTicket({ visitId: saved.id, needId }) : undefined;
    if (asked?.kept) codes.push(asked.claimCode);
    if (n % 500 < 499) continue;
    service.now += (500 / visitsADay) * dayMs;
    await app.syncNow();
  }
}

const notesOf = (service: ModelService) =>
  [...service.visits.values()].map(({ fact }) => fact.note ?? '');

describe.each([
  ['WeChat, 10 MB', ofWeChat],
  ['a browser, 5 million characters', ofABrowser],
])('a phone that is full, in %s', (where, room) => {
  it('has lost nothing, says what to do, is read, and sends all of it when there is a network', async () => {
    const disk = room();
    const { service, app, linkIds } = await aLongUse(disk);
    expect([app.view().visits.length, app.view().waiting.count]).toEqual([300, 0]);
    expect(disk.keys().filter((key) => /\/copy~/.test(key)).length).toBeGreaterThan(2);

    networkFor(app, service, 0);
    const { kept, codes, why, lastDay } = await writeUntilFull(app, service, linkIds);
    const bytes = disk.size();
    const waiting = kept.length + codes.length;

    // She is told, and only what the service has too made room for what she wrote.
    expect(why).toContain('连上网传完');
    expect(app.saveDraft('visit', { note: '写到一半' })).toEqual({ kept: true });
    const full = app.view();
    expect([full.isAlmostFull, full.waiting.count, full.damaged]).toEqual([true, waiting, 0]);
    expect(full.visits.map(({ note }) => note).sort()).toEqual([...kept].sort());

    // Opened again, it is read as before.
    const reopened = phoneOn(disk, service, app['given'].office);
    await reopened.follow('A');
    expect(reopened.view().women).toHaveLength(women);
    expect(reopened.view().tasks).toEqual(tasksOf(reopened.view().women, reopened.view().today));
    expect(reopened.view().waiting.count).toBe(waiting);
    expect(reopened.view().toCopy.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    expect(reopened.draft('visit')).toEqual({ note: '写到一半' });

    // A network that goes again on the way has made room for the next visit.
    networkFor(reopened, service, 10);
    await reopened.syncNow();
    const sentAtFirst = notesOf(service).length - 300;
    expect(sentAtFirst).toBeGreaterThan(0);
    expect(reopened.view().waiting.count).toBeLessThan(waiting);
    expect(reopened.addVisit(aVisit(linkIds[0]!, '又记一次'))).toMatchObject({ kept: true });

    networkFor(reopened, service, Infinity);
    await reopened.syncNow();
    const found = notesOf(service).filter((note) => !note.startsWith('旧'));
    expect(found.sort()).toEqual([...kept, '又记一次'].sort());
    expect([...service.tickets.values()].map(({ claimCode }) => claimCode).sort()).toEqual(
      codes.sort(),
    );
    const after = reopened.view();
    expect([after.isAlmostFull, after.waiting.count, after.visits.length]).toEqual([false, 0, 300]);
    expect(after.toCopy.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));

    process.stdout.write(
      `  ${where}: ${kept.length} visits, ${codes.length} tickets until ${lastDay}, ${bytes} bytes, 0 lost\n`,
    );
  });
});

describe('a phone that is full, when she signs out', () => {
  it('cannot be left without a network, and loses nothing by the attempt', async () => {
    const { service, app, linkIds } = await aLongUse(ofABrowser());
    networkFor(app, service, 0);
    const { kept } = await writeUntilFull(app, service, linkIds);

    await expect(app.leave()).rejects.toBeInstanceOf(StorageFull);

    expect(app.view().waiting.sealed).toBeGreaterThan(0);
    // What is under way has no network yet, and nobody joins it.
    await app.syncNow();
    networkFor(app, service, Infinity);
    await app.syncNow();
    const found = notesOf(service).filter((note) => !note.startsWith('旧'));
    expect(found.sort()).toEqual(kept.sort());
  });
});
