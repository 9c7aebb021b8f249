import {
  refusals,
  rfc3339,
  type SealedFact,
  type SealingKey,
  type Synced,
  type SyncResult,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Accounts, type Person } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type Read, readFact } from './read-fact';
import { Sealing } from './sealing';
import { SubmitTokens } from './submit-tokens.service';
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
    private readonly tokens: SubmitTokens,
    private readonly visits: VisitSync,
  ) {}

  async keyFor(accountId: string): Promise<SealingKey> {
    const submitToken = await this.unitOfWork.run((tx) => this.tokens.newFor(tx, accountId));
    return { ...this.sealing.current, submitToken };
  }

  /**
   * Each counts as if she had sent it herself, also after her post ended: it is of the time before. Nobody is
   * told more than what became of it. `signedIn` sends: what is of her account needs no token.
   */
  async submit(sealed: readonly SealedFact[], signedIn: Person | undefined): Promise<Synced> {
    const opened = sealed.map((one) => this.open(one));
    const proven = await this.proven(opened, signedIn);
    const results = sealed.map(({ id }) => unreadable(id));
    for (const accountId of new Set(proven.map((one) => one?.accountId ?? ''))) {
      if (accountId === '') continue;
      const hers = [...proven.keys()].filter((at) => proven[at]?.accountId === accountId);
      const taken = await this.visits.receive(
        await this.personOf(accountId),
        hers.map((at) => proven[at]!.read),
      );
      hers.forEach((at, n) => {
        const { firstLinkId: _, ...result } = taken[n]!;
        results[at] = { ...result, maybeSameAs: null };
      });
    }
    return { results, serverTime: rfc3339(this.clock.now()) };
  }

  private open({ id, keyId, box }: SealedFact): Opened | undefined {
    const { accountId, submitToken, fact } = parsed(this.sealing.open(keyId, box));
    if (typeof accountId !== 'string' || typeof submitToken !== 'string') return undefined;
    const read = readFact(fact);
    return read.id === id ? { accountId, submitToken, read } : undefined;
  }

  /** Those whose token is really of the account that they name, and her own. */
  private async proven(
    opened: (Opened | undefined)[],
    signedIn: Person | undefined,
  ): Promise<(Opened | undefined)[]> {
    const owners = await this.tokens.ownersOf(
      opened.flatMap((one) => (one ? one.submitToken : [])),
    );
    const isProven = ({ accountId, submitToken }: Opened) =>
      accountId === signedIn?.accountId || accountId === owners.get(submitToken);
    return opened.map((one) => (one && isProven(one) ? one : undefined));
  }

  private async personOf(accountId: string): Promise<Person> {
    const posts = await this.accounts.postsOf(this.unitOfWork.reader, accountId);
    return { accountId, sessionId: '', posts };
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
