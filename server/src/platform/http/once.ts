import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock';
import { Config } from '../config';
import { isUniqueViolation } from '../database/faults';
import { UnitOfWork } from '../database/unit-of-work';
import { Idempotency } from './idempotency.entity';
import { KeyUse, readKey } from './idempotency-key';
import { Refusal } from './refusal';
import type { ApiRequest } from './request';

const hourMs = 3_600_000;
const keptMs = 24 * hourMs;

/** The row was there before: this is a repetition. */
class Repeated extends Error {}

/**
 * Runs a creating request once for each `Idempotency-Key` (after Stripe): the same key with the same
 * body gets the same reply for 24 hours, with another body 422, and 409 while the first still runs.
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

  async run<T>(request: ApiRequest, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const key = readKey(request);
    if (key === undefined) return this.unitOfWork.run(work);

    const use = new KeyUse(key, request, this.config.keys.pepper);
    if (this.running.has(use.id))
      throw new Refusal('idempotency_running', { retryAfterSeconds: 1 });
    this.running.add(use.id);
    try {
      return await this.firstOrAgain(use, work);
    } finally {
      this.running.delete(use.id);
    }
  }

  /** Removes what is older than a day. Answers how many rows went. */
  async purge(): Promise<number> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.delete(Idempotency, { expiresAt: LessThanOrEqual(this.clock.now()) }),
    );
    return affected ?? 0;
  }

  private async firstOrAgain<T>(use: KeyUse, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.unitOfWork.run((tx) => this.first(tx, use, work));
    } catch (fault) {
      if (!(fault instanceof Repeated)) throw fault;
      const row = await this.unitOfWork.reader.findOneBy(Idempotency, { id: use.id });
      if (row !== null && row.expiresAt > this.clock.now()) return replay(row, use) as T;
      await this.purge();
      return this.firstOrAgain(use, work);
    }
  }

  private async first<T>(
    tx: EntityManager,
    use: KeyUse,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    await this.claim(tx, use);
    const reply = await work(tx);
    await tx.update(Idempotency, { id: use.id }, { sealedReply: use.seal(reply ?? null) });
    return reply;
  }

  private async claim(tx: EntityManager, { id, bodyMark }: KeyUse): Promise<void> {
    const expiresAt = Math.ceil((this.clock.now() + keptMs) / hourMs) * hourMs;
    try {
      await tx.insert(Idempotency, { id, bodyMark, sealedReply: null, expiresAt });
    } catch (fault) {
      throw isUniqueViolation(fault) ? new Repeated() : fault;
    }
  }
}

function replay(row: Idempotency, use: KeyUse): unknown {
  if (row.bodyMark !== use.bodyMark) throw new Refusal('idempotency_other_body');
  if (row.sealedReply === null) throw new Refusal('idempotency_running', { retryAfterSeconds: 1 });
  return use.open(row.sealedReply);
}
