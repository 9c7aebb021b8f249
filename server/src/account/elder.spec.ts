import type { Account, ElderChoice } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';

describe('长辈版 of an account', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.close());

  const elder = (token?: string) => t.http.get<ElderChoice>('/me/elder', { token });

  it('is not known until she says, is kept, stands in her data, and is nobody else’s', async () => {
    const [her, other] = [await aPerson(t), await aPerson(t)];
    expect((await elder(her.token)).body).toEqual({ elder: null });

    const put = await t.http.put('/me/elder', { elder: true }, { token: her.token });
    expect([put.status, put.body]).toEqual([200, { elder: true }]);

    expect((await elder(her.token)).body).toEqual({ elder: true });
    expect((await elder(other.token)).body).toEqual({ elder: null });
    expect((await elder()).status).toBe(401);
    const data = await t.http.get<Account>('/me/data', { token: her.token });
    expect(JSON.stringify(data.body)).toContain('"长辈版":"开"');
  });
});
