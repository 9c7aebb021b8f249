import { randomBytes } from 'node:crypto';

const codeMs = 5 * 60_000;
const minuteMs = 60_000;
const mostInAMinute = 100;

interface Code {
  appId: string;
  openid: string;
  isRisky: boolean;
  madeAt: number;
  isUsed: boolean;
}

export type Exchanged = { openid: string; session_key: string } | { errcode: number };

/** What WeChat knows of `wx.login` codes: of one app, good for five minutes, once. */
export class SignInCodes {
  private readonly codes = new Map<string, Code>();
  private readonly exchangedAt = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** As the phone gets it from `wx.login`. */
  make(appId: string, openid: string, isRisky: boolean): string {
    const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
    this.codes.set(code, { appId, openid, isRisky, madeAt: this.now(), isUsed: false });
    return code;
  }

  exchange(appId: string, code: string): Exchanged {
    const known = this.codes.get(code);
    if (!known || known.appId !== appId || this.now() - known.madeAt >= codeMs)
      return { errcode: 40029 };
    if (known.isUsed) return { errcode: 40163 };
    if (this.isTooOften(known.openid)) return { errcode: 45011 };

    known.isUsed = true;
    if (known.isRisky) return { errcode: 40226 };
    return { openid: known.openid, session_key: randomBytes(16).toString('base64') };
  }

  private isTooOften(openid: string): boolean {
    const since = this.now() - minuteMs;
    const recent = (this.exchangedAt.get(openid) ?? []).filter((at) => at > since);
    this.exchangedAt.set(openid, [...recent, this.now()]);
    return recent.length >= mostInAMinute;
  }
}
