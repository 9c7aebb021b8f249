import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config, type WeChatConfig } from '../config';
import { Refusal } from '../http/refusal';
import { Breaker } from './breaker';
import { reactionTo } from './wechat-errors';

const pausesMs = [100, 300];
const busy = -1;

interface Answer {
  openid?: unknown;
  errcode?: unknown;
}

/** WeChat's open platform, as developers.weixin.qq.com describes it. */
@Injectable()
export class WeChat {
  private readonly log = new Logger(WeChat.name);
  private readonly breaker: Breaker;

  constructor(private readonly config: Config) {
    this.breaker = new Breaker((config.wechat?.timeoutMs ?? 0) / 2);
  }

  /**
   * Who made this code with `wx.login`. The session key that comes with the answer is dropped here.
   * Refuses with `sign_in_unavailable`, `wechat_code_used`, `wechat_busy`, `wechat_too_often` or `wechat_blocked`.
   */
  async openidOf(code: string): Promise<string> {
    const { wechat } = this.config;
    if (!wechat) throw new Refusal('sign_in_unavailable');

    const url = addressOf(wechat, code);
    const answer = await this.breaker.ask((waitedMs) =>
      askUntilWell(url, wechat.timeoutMs - waitedMs).catch((fault: Error) =>
        this.unanswered(fault),
      ),
    );
    if (answer === undefined) throw new Refusal('wechat_busy', { retryAfterSeconds: 10 });
    if (typeof answer.openid === 'string' && answer.openid && !answer.errcode) return answer.openid;
    return this.refuse(Number(answer.errcode));
  }

  /** Without the error's words: they may quote the address, and in it the secret and her code. */
  private unanswered(fault: Error): never {
    this.log.warn(`jscode2session: ${fault.name}`);
    throw fault;
  }

  private refuse(errcode: number): never {
    const { refusal, alarm } = reactionTo(errcode);
    if (alarm) this.log.error(`jscode2session answered ${errcode}`);
    throw new Refusal(refusal, { retryAfterSeconds: retryAfter[refusal] });
  }
}

const retryAfter: Partial<Record<Refusal['code'], number>> = {
  wechat_busy: 10,
  wechat_too_often: 60,
};

function addressOf({ apiBase, appId, appSecret }: WeChatConfig, code: string): URL {
  const url = new URL('/sns/jscode2session', apiBase);
  const query = {
    appid: appId,
    secret: appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  };
  url.search = new URLSearchParams(query).toString();
  return url;
}

/** Asks again while WeChat says it is busy, twice at most, all within one time limit. */
async function askUntilWell(url: URL, leftMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(Math.max(0, Math.floor(leftMs)));
  for (const pauseMs of pausesMs) {
    const answer = await ask(url, signal);
    if (answer.errcode !== busy) return answer;
    await pause(pauseMs, undefined, { signal });
  }
  return ask(url, signal);
}

async function ask(url: URL, signal: AbortSignal): Promise<Answer> {
  const reply = await fetch(url, { signal, redirect: 'error' });
  // Its type is text/plain, and every "no" is a 200.
  const answer: unknown = JSON.parse(await reply.text());
  if (!reply.ok || typeof answer !== 'object' || answer === null)
    throw new Error(`WeChat answered ${reply.status}`);
  return answer;
}
