import { errorOf } from './errors';
import { SignInCodes } from './sign-in-codes';

/** What one exchange answers instead, to try a WeChat that is unwell. */
export type Trouble = number | 'slow' | 'silence' | 'cut' | 'gateway' | 'redirect';

/** The tester's side: what a phone, time and bad luck would bring. */
export interface Told {
  openid?: string;
  appId?: string;
  isRisky?: boolean;
  seconds?: number;
  troubles?: Trouble[];
}

/** The state of the stand-in: its apps, codes, clock and the troubles to come. */
export class WeChat {
  private passedMs = 0;
  private readonly troubles: Trouble[] = [];
  readonly codes = new SignInCodes(() => Date.now() + this.passedMs);
  exchanges = 0;

  constructor(private readonly secrets: ReadonlyMap<string, string>) {}

  /** `GET /sns/jscode2session`. */
  codeToSession(method: string | undefined, query: URLSearchParams): object {
    const asked = method === 'GET' ? query : new URLSearchParams();
    const [appId, secret, code] = ['appid', 'secret', 'js_code'].map((name) => asked.get(name));
    if (!appId) return errorOf(41002);
    if (!secret) return errorOf(41004);
    if (!code) return errorOf(41008);
    if (!this.secrets.has(appId)) return errorOf(40013);
    if (this.secrets.get(appId) !== secret) return errorOf(40125);
    const exchanged = this.codes.exchange(appId, code);
    return 'errcode' in exchanged ? errorOf(exchanged.errcode) : exchanged;
  }

  nextTrouble(): Trouble | undefined {
    this.exchanges += 1;
    return this.troubles.shift();
  }

  /** `POST /simulator/…`, which WeChat does not have. */
  tell(what: string, told: Told): object | undefined {
    const [firstApp = ''] = this.secrets.keys();
    const { openid = '', appId = firstApp, isRisky = false, seconds = 0, troubles = [] } = told;
    if (what === 'codes') return { code: this.codes.make(appId, openid, isRisky) };
    if (what === 'time') this.passedMs += seconds * 1000;
    if (what === 'troubles') this.troubles.push(...troubles);
    return ['time', 'troubles', 'count'].includes(what) ? { exchanges: this.exchanges } : undefined;
  }
}
