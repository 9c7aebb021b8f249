import { refusals } from '@niangjia/shared';
import { startService, type Service } from '../service';
import { bootWeapp } from './phone';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

it('says in WeChat that signing in is not set up, and offers no invented people', async () => {
  const phone = await bootWeapp({ api: service.origin, loginCode: async () => 'code' });
  await phone.open('/staff/sign-in/index');
  await phone.tap('用微信登录');
  await phone.until(refusals.sign_in_unavailable.message);

  expect(phone.text()).not.toContain('示例');
  expect(phone.calls).not.toContainEqual([
    'request',
    { method: 'GET', path: '/api/v1/demonstration/people' },
  ]);
});
