import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { analyse, fill, plansOf, sortsOrScans, twoPages } from '../../test/plans';

jest.setTimeout(300_000);

const id = (n: number): string => String(n).padStart(26, '0');

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

test('among a hundred thousand, a page of her inbox is a range of one index, without sorting', async () => {
  const she = await aPerson(t);
  await fill(t, 'notification (id, account_id, kind, about_id, text, created_at)', (n) => {
    const accountId = n % 50 ? id(n % 3000) : she.accountId;
    return `'${id(n)}','${accountId}','activity_changed','${id(n)}','改了',${n}`;
  });
  await analyse(t, 'notification');

  for (const asking of await twoPages(t, '/me/notifications', she)) {
    const plans = await plansOf(t, asking, she, ['notification']);
    expect(plans.join()).toContain('notification_inbox');
    for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
  }
});
