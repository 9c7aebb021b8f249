import { accountEndpoints } from '@niangjia/shared';
import { call } from '@/platform/call';
import { sessionToken } from '@/platform/session';
import { elderAnswer, onElderAnswer, setElder } from '@/platform/text-size';

const keepWithAccount = (elder: boolean): Promise<unknown> =>
  call(accountEndpoints.chooseElder, { body: { elder } });

/** What she chooses while she is signed in goes with her account. This phone keeps it in any case. */
export const followElderChoice = (): (() => void) =>
  onElderAnswer((elder) => {
    if (sessionToken()) keepWithAccount(elder).catch(() => undefined);
  });

/** After signing in: a phone that knows nothing of her asks, an account that knows nothing is told. */
export async function meetElderChoice(): Promise<void> {
  const here = elderAnswer();
  try {
    const { elder } = await call(accountEndpoints.elder, {});
    if (elder !== null && here === undefined) setElder(elder);
    if (elder === null && here !== undefined) await keepWithAccount(here);
  } catch {
    // Her choice on this phone holds; she signed in for something else.
  }
}
