import type { LinkedWoman, Page, Session } from '@niangjia/shared';
import { startService, type Service } from '../service';
import { bootWeapp, type WeappPhone } from './phone';

let service: Service;
let phone: WeappPhone;
let names: string[];

beforeAll(async () => {
  service = await startService();
  const body = { demonstration: 'committee-member' };
  const { token, account } = await service.ask<Session>('POST', '/sessions', { body });
  const path = '/me/linked-women?limit=100';
  const { items } = await service.ask<Page<LinkedWoman>>('GET', path, { token });
  names = items.map(({ name }) => name);
  phone = await bootWeapp({
    api: service.origin,
    storage: { session: token, 'signed-in-as': account.id },
  });
});
afterAll(() => service.stop());

const copyKey = () => [...phone.storage.keys()].find((key) => key.endsWith('/copy'));

it('keeps her women on the phone, and nobody can read them there', async () => {
  await phone.open('/committee/women/index');
  await phone.until(names[0] ?? '');

  expect(copyKey()).toBeDefined();
  const dump = JSON.stringify([...phone.storage]);
  expect(names.filter((name) => dump.includes(name))).toEqual([]);
});

it('shows them in flight mode after the app was ended', async () => {
  phone = await bootWeapp({ storage: Object.fromEntries(phone.storage) });

  await phone.open('/committee/women/index');

  await phone.until(names[0] ?? '');
});
