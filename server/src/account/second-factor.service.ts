import { freshMinutes, type SecondFactor, type SecondFactorKey } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { findAccount } from './account.repository';
import { Accounts } from './account.service';
import { newKey, stepOf, uriOf } from './one-time-digits';
import type { Person } from './person';
import { keyInUse, keyToConfirm, type SecondFactorRow } from './second-factor.entity';
import {
  deleteSecondFactor,
  findSecondFactor,
  setFailures,
  setNextSecret,
  takeNextSecret,
  takeStep,
} from './second-factor.repository';
import { Sessions } from './session.service';

const minuteMs = 60_000;
const triesAtOnce = 5;
/** After five wrong ones, ten, fifteen, and from twenty on: an hour is the longest. */
const waitMinutes = [1, 5, 15, 60];

type SecondFactorChange = 'set_up' | 'failed' | 'removed';
type WhenChanged = (
  tx: EntityManager,
  change: SecondFactorChange,
  accountId: string,
) => Promise<void>;

export const isFresh = ({ secondFactorAt }: Person, now: number): boolean =>
  Boolean(secondFactorAt) && now - (secondFactorAt ?? 0) < freshMinutes * minuteMs;

/** Six digits of an authenticator, besides her WeChat. */
@Injectable()
export class SecondFactors {
  private readonly changed: WhenChanged[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** Runs inside the transaction of every change. */
  whenChanged(hook: WhenChanged): void {
    this.changed.push(hook);
  }

  async of(person: Person): Promise<SecondFactor> {
    const { reader } = this.unitOfWork;
    const row = await findSecondFactor(reader, person.accountId);
    const account =
      this.config.mode === 'production' ? null : await findAccount(reader, person.accountId);
    return {
      isSetUp: Boolean(row?.secret),
      isFresh: isFresh(person, this.clock.now()),
      demonstration: account?.demonstrationId ?? null,
    };
  }

  /** A key for her authenticator. Refuses with `reauth_needed` where one is in use and was not just proved. */
  async begin(tx: EntityManager, person: Person): Promise<SecondFactorKey> {
    const { accountId } = person;
    await this.accounts.holdFor(tx, accountId);
    await this.checkMayBegin(tx, person);

    const key = newKey();
    await setNextSecret(tx, accountId, this.cipher.seal(keyToConfirm, accountId, key));
    return { uri: uriOf(key), key };
  }

  async checkMayBegin(db: EntityManager, person: Person): Promise<void> {
    const row = await findSecondFactor(db, person.accountId);
    if (row?.secret && !isFresh(person, this.clock.now())) throw new Refusal('reauth_needed');
  }

  /** Marks her session. Wrong digits stay counted, so the refusal comes after the unit of work. */
  async prove(person: Person, digits: string): Promise<SecondFactor> {
    const refusal = await this.unitOfWork.run((tx) => this.tried(tx, person, digits));
    if (refusal) throw refusal;
    return this.of({ ...person, secondFactorAt: this.clock.now() });
  }

  /** Her phone is lost: what it knows is worth nothing, and she signs in anew. Answers whether there was one. */
  async remove(tx: EntityManager, accountId: string): Promise<boolean> {
    if (!(await deleteSecondFactor(tx, accountId))) return false;
    await this.sessions.endAll(tx, accountId);
    await this.tell(tx, 'removed', accountId);
    return true;
  }

  private async tried(tx: EntityManager, person: Person, digits: string) {
    await this.accounts.holdFor(tx, person.accountId);
    const row = await findSecondFactor(tx, person.accountId);
    if (row === null) return new Refusal('second_factor_missing');

    const now = this.clock.now();
    if (row.waitUntil > now) return waitFor(row.waitUntil - now);
    const taken = await this.take(tx, row, digits, now);
    if (taken === undefined) return this.count(tx, row, now);
    if (!taken) return new Refusal('second_factor_used');
    await this.sessions.prove(tx, person);
    return undefined;
  }

  /** Undefined when the digits are wrong, false when they are used. */
  private async take(tx: EntityManager, row: SecondFactorRow, digits: string, now: number) {
    const { id, secret, nextSecret } = row;
    const step = secret ? stepOf(this.cipher.open(keyInUse, id, secret), digits, now) : undefined;
    if (step !== undefined) return takeStep(tx, row, step);

    const next = nextSecret ? this.cipher.open(keyToConfirm, id, nextSecret) : '';
    const first = nextSecret ? stepOf(next, digits, now) : undefined;
    if (first === undefined) return undefined;
    const inUse = this.cipher.seal(keyInUse, id, next);
    const isTaken = await takeNextSecret(tx, row, { secret: inUse, setUpAt: now, lastStep: first });
    if (isTaken) await this.tell(tx, 'set_up', id);
    return isTaken;
  }

  private async count(tx: EntityManager, row: SecondFactorRow, now: number): Promise<Refusal> {
    const failures = row.failures + 1;
    const round = failures % triesAtOnce === 0 ? failures / triesAtOnce : 0;
    const waitMs = round && (waitMinutes[round - 1] ?? waitMinutes.at(-1)!) * minuteMs;
    await setFailures(tx, row, { failures, waitUntil: now + waitMs });
    await this.tell(tx, 'failed', row.id);
    return waitMs ? waitFor(waitMs) : new Refusal('second_factor_wrong');
  }

  private async tell(tx: EntityManager, change: SecondFactorChange, accountId: string) {
    for (const hook of this.changed) await hook(tx, change, accountId);
  }
}

const waitFor = (waitMs: number): Refusal =>
  new Refusal('second_factor_wait', {
    retryAfterSeconds: Math.ceil(waitMs / 1000),
    message: `错的次数太多。等 ${Math.ceil(waitMs / minuteMs)} 分钟，再填一次。`,
  });
