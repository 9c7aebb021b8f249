import Taro from '@tarojs/taro';
import { refusals } from '@niangjia/shared';
import { Refused } from './refused';

const patienceMs = 8_000;

/**
 * A code by which the service learns from WeChat who she is: good once, for five minutes. Only inside an
 * act that needs an account. Throws `Refused` when WeChat gives none.
 */
export async function wechatCode(): Promise<string> {
  const answer = await Taro.login({ timeout: patienceMs }).catch(() => undefined);
  if (answer?.code) return answer.code;
  throw new Refused({ code: 'wechat_busy', message: refusals.wechat_busy.message });
}
