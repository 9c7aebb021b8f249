import type { FieldFact, Synced, SyncResult } from '@niangjia/shared';
import type { TestApp } from './app';
import { saidOf } from './visits';

/** How a phone comes through to the service this time. */
type Network = 'whole' | 'request_lost' | 'reply_lost' | 'five_times';

/** How it sends what waits. */
export interface Sending {
  network: Network;
  /** How many of those that wait; the rest stays for the next time. */
  most: number;
  order: 'as_done' | 'reversed' | 'shuffled';
  /** Some of them twice in one batch. */
  twice: boolean;
}

type Put = 'stored' | 'link_ended' | 'kept';

/** What a phone does with the answer about one fact: it alone decides what leaves the outbox. */
const putBy = ({ outcome }: SyncResult): Put => {
  if (outcome === 'refused') return 'kept';
  return outcome === 'link_ended' ? 'link_ended' : 'stored';
};

/** The protocol of a phone and nothing else: an outbox on the disk, and what it was told. */
export class SimulatedPhone {
  readonly outbox: FieldFact[] = [];
  /** What it was told of each fact, last. */
  readonly told = new Map<string, string>();

  constructor(
    private readonly t: Pick<TestApp, 'http'>,
    private readonly token: string,
    private readonly random: () => number,
  ) {}

  done(fact: FieldFact): void {
    this.outbox.push(fact);
  }

  /** Resolves when the answer, if any came, is on the disk. A killed app is one to which none came. */
  async send({ network, most, order, twice }: Sending): Promise<void> {
    const batch = this.ordered(this.outbox.slice(0, most), order);
    if (twice) batch.push(...batch.slice(0, 3));
    if (batch.length === 0 || network === 'request_lost') return;
    const answers: Synced[] = [];
    const times = network === 'five_times' ? 5 : 1;
    await Promise.all(
      Array.from({ length: times }, async () => answers.push(await this.post(batch))),
    );
    if (network === 'reply_lost') return;
    for (const { results } of answers) results.forEach((result) => this.take(result));
  }

  private take(result: SyncResult): void {
    const put = putBy(result);
    // Answers of one batch sent five times come in any order: what was said to be stored stays so.
    if (this.told.get(result.id) !== 'stored') this.told.set(result.id, put);
    if (put === 'kept') this.told.set(result.id, saidOf(result));
    const at = this.outbox.findIndex(({ id }) => id === result.id);
    if (put !== 'kept' && at >= 0) this.outbox.splice(at, 1);
  }

  private async post(facts: FieldFact[]): Promise<Synced> {
    const { token } = this;
    const { status, body } = await this.t.http.post<Synced>('/visits/sync', { facts }, { token });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  private ordered(facts: FieldFact[], order: Sending['order']): FieldFact[] {
    if (order === 'as_done') return facts;
    if (order === 'reversed') return facts.reverse();
    const mixed = facts.map((fact) => [this.random(), fact] as const);
    return mixed.sort(([a], [b]) => a - b).map(([, fact]) => fact);
  }
}
