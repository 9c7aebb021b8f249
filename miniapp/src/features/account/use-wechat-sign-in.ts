import { useRef, useState } from 'react';
import { accountEndpoints, type Session } from '@niangjia/shared';
import { call } from '@/platform/call';
import { wechatCode } from '@/platform/login';
import { randomKey } from '@/platform/random';
import { asFault, Refused, type Fault } from '@/platform/refused';
import { signedInAs } from './who-signed-in';

async function session(): Promise<Session> {
  const body = { wechatCode: await wechatCode() };
  return call(accountEndpoints.signIn, { body, onceKey: await randomKey() });
}

/** WeChat may have taken so long that its code is no longer good: once more, with a new one. */
async function sessionOrAgain(): Promise<Session> {
  try {
    return await session();
  } catch (error) {
    if (error instanceof Refused && error.code === 'wechat_code_used') return session();
    throw error;
  }
}

export function useWeChatSignIn(onSignedIn: () => void) {
  const [state, setState] = useState<{ busy: boolean; fault?: Fault }>({ busy: false });
  const onItsWay = useRef(false);

  const signIn = async () => {
    if (onItsWay.current) return;
    onItsWay.current = true;
    setState({ busy: true });
    try {
      signedInAs(await sessionOrAgain());
      setState({ busy: false });
      onSignedIn();
    } catch (error) {
      setState({ busy: false, fault: asFault(error) });
    } finally {
      onItsWay.current = false;
    }
  };
  return { signIn, ...state };
}
