import type { Session } from '@niangjia/shared';
import type { Service } from '../service';
import { bootWeapp, type WeappPhone } from './phone';

/** A phone on which one of the invented staff is signed in: the WeChat build offers none of them. */
export async function staffPhone(
  { origin, ask }: Service,
  demonstration: string,
): Promise<WeappPhone> {
  const { token, account } = await ask<Session>('POST', '/sessions', { body: { demonstration } });
  return bootWeapp({ api: origin, storage: { session: token, 'signed-in-as': account.id } });
}
