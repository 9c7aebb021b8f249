import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import { chooseElder, elderAnswer, textSize } from '@/platform/text-size';
import { followElderChoice } from './elder-choice';
import { signedInAs } from './who-signed-in';

const session = { token: 'token', expiresAt: '2026-12-22T00:00:00+08:00', account: staff };
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

async function signInWhere(accountSays: boolean | null): Promise<void> {
  theServiceAnswers({
    'GET /me/elder': says({ elder: accountSays }),
    'PUT /me/elder': says({ elder: accountSays }),
  });
  signedInAs(session);
  await settled();
}

beforeEach(() => phone.reset());

describe('长辈版 goes with her account', () => {
  it('onto a phone that knows nothing of her', async () => {
    await signInWhere(true);
    expect(textSize()).toBe('elder');
    expect(sentTo('PUT', '/me/elder')).toHaveLength(0);
  });

  it('from a phone on which she chose before she signed in', async () => {
    chooseElder(true);
    await signInWhere(null);
    expect(sentTo('PUT', '/me/elder')).toEqual([{ elder: true }]);
  });

  it('but a phone on which she chose stays as it is', async () => {
    chooseElder(false);
    await signInWhere(true);
    expect(elderAnswer()).toBe(false);
  });

  it('with each later choice while she is signed in, and with none while she is not', async () => {
    const stop = followElderChoice();
    chooseElder(true);
    await settled();
    expect(phone.asked).toHaveLength(0);

    keepSession('token');
    theServiceAnswers({ 'PUT /me/elder': refuses('busy') });
    chooseElder(false);
    await settled();
    expect(sentTo('PUT', '/me/elder')).toEqual([{ elder: false }]);
    stop();
  });
});
