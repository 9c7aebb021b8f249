import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock';
import { Config } from '../config';
import { isUniqueViolation } from '../database/faults';
import { change, findRow, insertRow } from '../database/rows';
import { UnitOfWork } from '../database/unit-of-work';
import { Idempotency } from './idempotency.entity';
import { KeyUse, readKey } from './idempotency-key';
import { Refusal } from './refusal';
import type { ApiRequest } from './request';

const hourMs = 3_600_000;
export const keptReplyHours = 24;
const keptMs = keptReplyHours * hourMs;

const keep = 'UPDATE idempotency SET sealed_reply = ? WHERE id = ?';

/**
 * Looks at the asker's right anew before a kept reply is handed out, and throws the refusal when she has
 * lost it since. `her_own` of what says nothing but of her own account, or to which the key alone is the right.
 */
export type Again<T> = 'her_own' | ((tx: EntityManager, kept: T) => Promise<unknown>);

/** The row was there before: this is a repetition. */
class Repeated extends Error {}

/**
 * Runs a creating request once for each `Idempotency-Key` (after Stripe): the same key with the same
 * body gets the same reply for 24 hours while her right to it lasts, with another body 422, and 409
 * while the first still runs.
 * The key's row, the effect and the sealed reply are one transaction, so a kill leaves all or nothing;
 * a refusal rolls back all three, so nothing is kept of a request that was refused.
 */
@Injectable()
export class Once {
  private readonly running = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run<T>(
    request: ApiRequest,
    work: (tx: EntityManager) => Promise<T>,
    again: Again<T>,
  ): Promise<T> {
    const use = this.useOf(request);
    if (use === undefined) return this.unitOfWork.run(work);
    return this.alone(use, () => this.firstOrAgain(use, work, again));
  }

  /** With something to ask of others before the transaction begins; a repetition does not ask again. */
  async runPrepared<P, T>(
    request: ApiRequest,
    prepare: () => Promise<P>,
    work: (tx: EntityManager, prepared: P) => Promise<T>,
    again: Again<T>,
  ): Promise<T> {
    const use = this.useOf(request);
    if (use === undefined) {
      const prepared = await prepare();
      return this.unitOfWork.run((tx) => work(tx, prepared));
    }
    return this.alone(use, async () => {
      const kept = await this.kept(use);
      if (kept !== undefined) return this.replay(kept, use, again);
      const prepared = await prepare();
      return this.firstOrAgain(use, (tx) => work(tx, prepared), again);
    });
  }

  private useOf(request: ApiRequest): KeyUse | undefined {
    const key = readKey(request);
    return key === undefined ? undefined : new KeyUse(key, request, this.config.keys.pepper);
  }

  private async alone<T>({ id }: KeyUse, act: () => Promise<T>): Promise<T> {
    if (this.running.has(id)) throw new Refusal('idempotency_running', { retryAfterSeconds: 1 });
    this.running.add(id);
    try {
      return await act();
    } finally {
      this.running.delete(id);
    }
  }

  /** Removes what is older than a day. Answers how many rows went. */
  async purge(): Promise<number> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.delete(Idempotency, { expiresAt: LessThanOrEqual(this.clock.now()) }),
    );
    return affected ?? 0;
  }

  private async firstOrAgain<T>(
    use: KeyUse,
    work: (tx: EntityManager) => Promise<T>,
    again: Again<T>,
  ): Promise<T> {
    try {
      return await this.unitOfWork.run((tx) => this.first(tx, use, work));
    } catch (fault) {
      if (!(fault instanceof Repeated)) throw fault;
      const kept = await this.kept(use);
      if (kept !== undefined) return this.replay(kept, use, again);
      await this.purge();
      return this.firstOrAgain(use, work, again);
    }
  }

  private async replay<T>(row: Idempotency, use: KeyUse, again: Again<T>): Promise<T> {
    if (row.bodyMark !== use.bodyMark) throw new Refusal('idempotency_other_body');
    if (row.sealedReply === null)
      throw new Refusal('idempotency_running', { retryAfterSeconds: 1 });
    const kept = use.open(row.sealedReply) as T;
    if (again !== 'her_own') await this.unitOfWork.run((tx) => again(tx, kept));
    return kept;
  }

  private async kept({ id }: KeyUse): Promise<Idempotency | undefined> {
    const row = await findRow(this.unitOfWork.reader, Idempotency, 'id = ?', [id]);
    return row !== null && row.expiresAt > this.clock.now() ? row : undefined;
  }

  private async first<T>(
    tx: EntityManager,
    use: KeyUse,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    await this.claim(tx, use);
    const reply = await work(tx);
    await change(tx, keep, [use.seal(reply ?? null), use.id]);
    return reply;
  }

  private async claim(tx: EntityManager, { id, bodyMark }: KeyUse): Promise<void> {
    const expiresAt = Math.ceil((this.clock.now() + keptMs) / hourMs) * hourMs;
    try {
      await insertRow(tx, Idempotency, { id, bodyMark, sealedReply: null, expiresAt });
    } catch (fault) {
      throw isUniqueViolation(fault) ? new Repeated() : fault;
    }
  }
}
