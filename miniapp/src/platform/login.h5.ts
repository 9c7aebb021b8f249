import { refusals } from '@niangjia/shared';
import { Refused } from './refused';

/** A browser does not know who she is in WeChat. */
export const hasWeChat: boolean = false;

export async function wechatCode(): Promise<string> {
  const { message } = refusals.sign_in_unavailable;
  throw new Refused({ code: 'sign_in_unavailable', message });
}
