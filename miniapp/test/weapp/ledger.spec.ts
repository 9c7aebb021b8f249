import type { FieldOpening, Grid, LedgerEntry, Page } from '@niangjia/shared';
import { startService, type Service } from '../service';
import type { WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

const ledger = '/committee/ledger/index';
const ill = '腰不好，提不了重的';
const poor = '欠着三个月房租';
const looked = '示例·郑春兰看了身体情况';

let service: Service;
let member: WeappPhone;
let other: WeappPhone;

beforeAll(async () => {
  service = await startService();
  member = await staffPhone(service, 'committee-member');
  other = await staffPhone(service, 'other-committee-member');
});
afterAll(() => service.stop());

const asks = <Reply>(phone: WeappPhone, method: string, path: string, body?: object) =>
  service.ask<Reply>(method, path, { token: String(phone.storage.get('session')), body });

const entriesOf = async (phone: WeappPhone): Promise<LedgerEntry[]> =>
  (await asks<Page<LedgerEntry>>(phone, 'GET', '/ledger?limit=100')).items;

async function openFirst(): Promise<LedgerEntry> {
  const [entry] = await entriesOf(member);
  await member.open(ledger);
  await member.tap(`${entry!.name}，${entry!.address}`);
  await member.until('下面的内容看一次记一次');
  return entry!;
}

async function write(label: string, text: string): Promise<void> {
  await member.tap(`写${label}`);
  await member.type(label, text);
  await member.tap('她同意记这一项');
  await member.tap('保存');
  await member.until(() => !member.text().includes(text), `${label} is closed again`);
}

const looks = () => member.text().split(looked).length - 1;

describe('the ledger of an 执委, in WeChat', () => {
  it('holds whoever is in her own grid, and nobody of another', async () => {
    const [grid] = (await asks<Page<Grid>>(member, 'GET', '/me/grids')).items;
    const [hers, theirs] = await Promise.all([entriesOf(member), entriesOf(other)]);
    expect(new Set(hers.map(({ gridId }) => gridId))).toEqual(new Set([grid!.id]));
    expect(theirs.length).toBeGreaterThan(0);

    await member.open(ledger);
    await member.until(hers[0]!.name);
    await member.tap('再看一些');
    await member.until(hers[hers.length - 1]!.address!);

    const shown = member.text();
    expect(hers.filter(({ name }) => !shown.includes(name))).toEqual([]);
    expect(theirs.filter(({ address }) => shown.split('\n').includes(address!))).toEqual([]);
  });

  it('keeps what is sensitive only with her yes to it, and closed', async () => {
    await openFirst();
    await write('身体情况', ill);
    await write('生活困难', poor);

    expect(member.text()).toContain('还没有人点开看过。');
    await member.open(ledger);
    await member.until('2 项要点开看');
  });

  it('opens one field at a time, and writes down each look', async () => {
    await openFirst();
    expect(member.text()).not.toContain(ill);

    await member.tap('打开身体情况，会记下来');
    await member.until(ill);
    await member.until(looked);
    expect([looks(), member.text().includes(poor)]).toEqual([1, false]);

    await openFirst();
    await member.tap('打开身体情况，会记下来');
    await member.until(() => looks() === 2, 'both looks');
  });

  it('is nowhere on the phone, and is not shown without a network', async () => {
    const entry = await openFirst();
    await member.tap('打开身体情况，会记下来');
    await member.until(ill);

    const kept = JSON.stringify([...member.storage]);
    expect([ill, poor, entry.name].filter((words) => kept.includes(words))).toEqual([]);
    member.goOffline();
    await member.open(ledger);
    await member.until('没有网络');
    expect(member.text()).not.toContain(entry.name);
    member.goOnline(service.origin);
  });

  it('is put right where her name was written wrong, and shown so on the list of the phone', async () => {
    const { id } = await openFirst();
    await member.tap('改姓名、电话');
    await member.until('（选填）');
    await member.type('姓名', '示例·名字改对了');
    await member.tap('保存');
    await member.until('改好了。');

    const entry = (await entriesOf(member)).find((each) => each.id === id);
    expect(entry).toMatchObject({ name: '示例·名字改对了', version: 2 });
    await member.open('/committee/women/index');
    await member.until('示例·名字改对了');
  });

  it('does not exist for the 执委 of another grid, whose attempt opens and logs nothing', async () => {
    const [entry] = await entriesOf(member);
    const openings = `/ledger/${entry!.id}/openings`;

    for (const [method, body] of [['GET'], ['POST', { field: 'health' }]] as const)
      await expect(asks(other, method, openings, body)).rejects.toThrow('ledger_entry_not_found');

    const { items } = await asks<Page<FieldOpening>>(member, 'GET', openings);
    expect(items).toMatchObject(Array(3).fill({ field: 'health', who: '示例·郑春兰' }));
  });
});
