import { rfc3339, type Session, type SignIn } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { Refusal } from '../platform/http/refusal';
import { WeChat } from '../platform/wechat/wechat.service';
import { Accounts } from './account.service';
import { DemonstrationPeople } from './demonstration.service';
import type { Person } from './person';
import { Sessions } from './session.service';
import type { SignInBody } from './sign-in.dto';
import { WeChatPeople } from './wechat-people.service';

/** Who signs in, known before the transaction begins. */
export type Known = { openid: string } | { demonstration: string };

@Injectable()
export class SignIns {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly wechat: WeChat,
    private readonly people: WeChatPeople,
    private readonly demonstration: DemonstrationPeople,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** Asks WeChat, which may take its time: no transaction waits for it. */
  async whoIs(body: SignInBody): Promise<Known> {
    const asked = oneWayOf(body);
    if ('wechatCode' in asked) return { openid: await this.wechat.openidOf(asked.wechatCode) };
    if (this.config.mode === 'production') throw new Refusal('not_found');
    return asked;
  }

  /** The session she came with ends: a token is never used for two sign-ins. */
  async signIn(tx: EntityManager, known: Known, before?: Person): Promise<Session> {
    const accountId = await this.accountOf(tx, known);
    await this.accounts.holdFor(tx, accountId);

    if (before) await this.sessions.endIn(tx, before);
    const account = await this.accounts.one(accountId, tx);
    const proved = this.isInvented(known) ? this.clock.now() : null;
    const { token, expiresAt } = await this.sessions.start(tx, accountId, account.posts, proved);

    return { token, expiresAt: rfc3339(expiresAt), account };
  }

  /** Who is made up has no authenticator: signing in as her is all there is. */
  private isInvented(known: Known): boolean {
    return 'demonstration' in known && this.config.mode !== 'production';
  }

  private accountOf(tx: EntityManager, known: Known): Promise<string> {
    if ('openid' in known) return this.people.accountOf(tx, known.openid);
    return this.demonstration.accountOf(tx, known.demonstration);
  }
}

function oneWayOf({ wechatCode, demonstration }: SignInBody): SignIn {
  if (wechatCode !== undefined && demonstration === undefined) return { wechatCode };
  if (demonstration !== undefined && wechatCode === undefined) return { demonstration };
  throw new Refusal('bad_input', { fields: { wechatCode: '登录只用一种办法。重新登录一次。' } });
}
