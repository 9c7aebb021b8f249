import { dayOf, type Page, type Visit, type VisitMade } from '@niangjia/shared';
import type { FieldStore } from '@/features/visit/field-store';
import { openField } from '@/features/visit/open-field';
import { StorageFull } from '@/platform/disk';
import { wechatDisk } from '../phone/wechat-disk';
import { startService, type Service } from '../service';
import { labelOf, placed, roleOf } from './host/tree';
import { bootWeapp, type WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

const work = '/committee/work/index';
const unfinished = '她想学剪纸';

let service: Service;
let member: WeappPhone;
const written: string[] = [];

beforeAll(async () => {
  service = await startService();
  member = await staffPhone(service, 'committee-member');
});
afterAll(() => service.stop());

/** A visit of many words. */
const aLongVisit = (store: FieldStore, linkId: string, n: number): VisitMade => ({
  type: 'visit_made',
  id: store.phone.chance.id(store.now()),
  linkId,
  kind: 'home',
  visitDay: dayOf(store.now()),
  needs: Array.from({ length: 2 }, () => ({
    id: store.phone.chance.id(store.now()),
    kind: 'children' as const,
    text: '孩'.repeat(1000),
  })),
  risk: 'normal',
  note: `第${n}次·${'说'.repeat(480)}`,
});

/** By the code of the phone, on its storage, until it takes no more. */
async function fill(): Promise<void> {
  const accountId = String(member.storage.get('signed-in-as'));
  const randomBytes = async (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const ground = { disk: wechatDisk(member.storage), randomBytes, ownClock: Date.now };
  const store = (await openField(accountId, ground)) as FieldStore;
  const [woman] = store.shown().women;
  for (;;) {
    const visit = aLongVisit(store, woman!.id, written.length);
    try {
      store.add([visit]);
    } catch (fault) {
      if (fault instanceof StorageFull) return;
      throw fault;
    }
    written.push(visit.note!);
  }
}

/** Of those who are offered to be visited. */
const somebody = (): string =>
  placed(member.tree())
    .filter(({ node }) => roleOf(node) === 'radio')
    .map(({ node }) => labelOf(node))
    .find((label) => /，(还没去过|上次去)/.test(label)) ?? '';

async function storedNotes(): Promise<(string | null)[]> {
  const token = String(member.storage.get('session'));
  const notes: (string | null)[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path = `/me/visits?limit=100${after && `&after=${after}`}`;
    const page: Page<Visit> = await service.ask('GET', path, { token });
    notes.push(...page.items.map(({ note }) => note));
    after = page.next;
  }
  return notes;
}

/** Many requests: as long as fewer wait after each. */
async function untilSent(): Promise<void> {
  const standing = () => member.text().split('\n')[0];
  for (let before = standing(); !member.text().includes('都传上去了'); before = standing())
    await member.until(() => standing() !== before, `something after ${before}`);
}

describe('ten megabytes of work on the phone of an 执委, in WeChat', () => {
  it('are read without a network, and she is told before they are full', async () => {
    await member.open(work);
    await member.until('都传上去了');
    await fill();
    member = await bootWeapp({ storage: Object.fromEntries(member.storage) });
    const { size, taken } = wechatDisk(member.storage);
    process.stdout.write(`  full in WeChat: ${written.length} long visits, ${size()} bytes\n`);
    expect(taken()).toBeGreaterThan(0.95);

    await member.open(work);
    await member.until(`${written.length} 条存在手机里，还没上传`);
    await member.until('手机快存满了。连上网，先把没传的传完。');
    await member.open('/committee/women/index');
    await member.until('示例·');
  });

  it('take no further visit, and say what to do; what she typed stays', async () => {
    await member.open(work);
    await member.tap('记走访');
    await member.until('去看了谁');
    await member.tap(somebody());
    await member.until('换一位');
    await member.tap('上门');
    await member.type('备注', unfinished);
    await member.tap('保存');

    await member.until('手机里放不下了。先别关这一页，连上网传完');
  });

  it('are sent whole when there is a network, and then there is room', async () => {
    member.goOnline(service.origin);
    await untilSent();
    await member.tap('保存');
    await member.until('记下了');
    await untilSent();

    const stored = await storedNotes();
    expect(stored.filter((note) => note?.startsWith('第')).sort()).toEqual(written.sort());
    expect(stored.filter((note) => note === unfinished)).toHaveLength(1);
  });
});
