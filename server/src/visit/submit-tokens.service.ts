import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { Accounts, retentionDays, Sessions } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { newToken, tokenHashOf } from './sealing';
import {
  deleteTokens,
  findTokens,
  insertToken,
  setSignedIn,
  setSignedOut,
} from './visit.repository';

const dayMs = 86_400_000;

/**
 * With which a phone proves whose work it sealed. Each ends by itself; the end comes nearer while she is signed in
 * nowhere, and not by what she does on another phone.
 */
@Injectable()
export class SubmitTokens implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.sessions.whenChanged(async (tx, change, { accountId }) => {
      const { signedOutBefore } = this.ends();
      if (change === 'started') await setSignedIn(tx, accountId, signedOutBefore);
      if (change !== 'ended' || (await this.sessions.hasAny(tx, accountId))) return;
      await setSignedOut(tx, accountId, this.clock.now());
    });
  }

  /** It is in this answer and nowhere else. */
  async newFor(tx: EntityManager, accountId: string): Promise<string> {
    await this.accounts.holdFor(tx, accountId);
    const submitToken = newToken();
    const tokenHash = tokenHashOf(submitToken);
    const createdAt = this.clock.now();
    await insertToken(tx, { id: newId(), accountId, tokenHash, createdAt, signedOutAt: null });
    return submitToken;
  }

  /** Whose they are, by the token; those that ended are nobody's. */
  async ownersOf(tokens: readonly string[]): Promise<Map<string, string>> {
    if (tokens.length === 0) return new Map();
    const rows = await findTokens(this.unitOfWork.reader, tokens.map(tokenHashOf), this.ends());
    const owners = new Map(rows.map(({ tokenHash, accountId }) => [tokenHash, accountId]));
    return new Map(
      tokens.flatMap((token): [string, string][] => {
        const owner = owners.get(tokenHashOf(token));
        return owner === undefined ? [] : [[token, owner]];
      }),
    );
  }

  @Cron('0 25 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    await this.unitOfWork.run((tx) => deleteTokens(tx, this.ends()));
  }

  private ends() {
    const now = this.clock.now();
    return {
      createdBefore: now - retentionDays.submitToken * dayMs,
      signedOutBefore: now - retentionDays.submitTokenSignedOut * dayMs,
    };
  }
}
