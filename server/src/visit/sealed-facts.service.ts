import {
  refusals,
  rfc3339,
  type SealedFact,
  type SealingKey,
  type Synced,
  type SyncResult,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Accounts, branchesFor, type Person } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { type Read, readFact } from './read-fact';
import { newToken, Sealing, tokenHashOf } from './sealing';
import { findTokens, insertToken } from './visit.repository';
import { VisitSync } from './visit-sync.service';

interface Opened {
  accountId: string;
  submitToken: string;
  read: Read;
}

/** What could not be sent before she signed out: the phone can send it, and nobody there can read it. */
@Injectable()
export class SealedFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly sealing: Sealing,
    private readonly visits: VisitSync,
  ) {}

  /** Ends with her post, not with her session. */
  async keyFor(accountId: string): Promise<SealingKey> {
    const submitToken = newToken();
    const createdAt = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.accounts.holdFor(tx, accountId);
      const tokenHash = tokenHashOf(submitToken);
      await insertToken(tx, { id: newId(), accountId, tokenHash, createdAt });
    });
    return { ...this.sealing.current, submitToken };
  }

  /** Each counts as if she had sent it herself. Nobody is told more than what became of it. */
  async submit(sealed: readonly SealedFact[]): Promise<Synced> {
    const opened = await this.proven(sealed.map((one) => this.open(one)));
    const results = sealed.map(({ id }) => unreadable(id));
    for (const accountId of new Set(opened.map((one) => one?.accountId ?? ''))) {
      const hers = [...opened.keys()].filter((at) => opened[at]?.accountId === accountId);
      const person = accountId && (await this.personOf(accountId));
      if (!person) continue;
      const taken = await this.visits.receive(
        person,
        hers.map((at) => opened[at]!.read),
      );
      hers.forEach((at, n) => (results[at] = { ...taken[n]!, maybeSameAs: null }));
    }
    return { results, serverTime: rfc3339(this.clock.now()) };
  }

  private open({ id, keyId, box }: SealedFact): Opened | undefined {
    const { accountId, submitToken, fact } = parsed(this.sealing.open(keyId, box));
    if (typeof accountId !== 'string' || typeof submitToken !== 'string') return undefined;
    const read = readFact(fact);
    return read.id === id ? { accountId, submitToken, read } : undefined;
  }

  /** Those whose token is really of the account that they name. */
  private async proven(opened: (Opened | undefined)[]): Promise<(Opened | undefined)[]> {
    const hashes = opened.flatMap((one) => (one ? tokenHashOf(one.submitToken) : []));
    if (hashes.length === 0) return opened;
    const tokens = await findTokens(this.unitOfWork.reader, hashes);
    const owner = new Map(tokens.map(({ tokenHash, accountId }) => [tokenHash, accountId]));
    return opened.map((one) =>
      one && owner.get(tokenHashOf(one.submitToken)) === one.accountId ? one : undefined,
    );
  }

  /** Undefined once her post has ended. */
  private async personOf(accountId: string): Promise<Person | undefined> {
    const posts = await this.accounts.postsOf(this.unitOfWork.reader, accountId);
    const person = { accountId, sessionId: '', posts };
    return branchesFor(person, 'visit.log').length > 0 ? person : undefined;
  }
}

function parsed(text = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const unreadable = (id: string): SyncResult => ({
  id,
  outcome: 'refused',
  code: 'sealed_unreadable',
  message: refusals.sealed_unreadable.message,
  maybeSameAs: null,
});
