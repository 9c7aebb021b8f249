import fc from 'fast-check';
import { describeApi } from '../../../src/platform/http/open-api';
import type { TestApp } from '../../app';
import type { WeChatSimulator } from '../../wechat';
import { operationsOf, type Schema } from './document';
import { type Got, Oracle } from './oracle';
import { requestTo, type Sent } from './requests';
import { Values } from './values';
import { World } from './world';

/** One turn of the world: short enough that what was ended or left is soon there again. */
const turnOf = 200;
/** Of a hundred requests, how many are sent again as they were. */
const againPercent = 4;
const mostFaults = 20;
const walkers = 8;

export interface Walked {
  requests: number;
  passed: number;
  fitting: number;
  done: number;
  statuses: Record<string, number>;
  mutations: Record<string, number>;
  /** Operations that were never answered with success. */
  neverDone: string[];
  faults: string[];
}

/** Sends generated requests and asks the oracle about each reply. */
export class Walk {
  private readonly oracle: Oracle;
  private readonly walked: Walked = {
    ...{ requests: 0, passed: 0, fitting: 0, done: 0 },
    ...{ statuses: {}, mutations: {}, neverDone: [], faults: [] },
  };
  private readonly done = new Set<string>();

  private constructor(
    private readonly t: TestApp,
    private readonly world: World,
  ) {
    this.oracle = new Oracle(t.app);
  }

  static async of(
    t: TestApp,
    wechat: WeChatSimulator,
    { requests, seed }: { requests: number; seed: number },
  ): Promise<Walked> {
    const walk = new Walk(t, await World.make(t, wechat));
    return walk.go(requests, seed);
  }

  private async go(count: number, seed: number): Promise<Walked> {
    const { walked, world } = this;
    const document = describeApi(this.t.app);
    const operations = operationsOf(document);
    const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
    for (let turn = 0; walked.requests < count; turn += 1) {
      await world.turn();
      this.t.log.length = 0;
      const values = new Values(schemas, world);
      const any = fc.oneof(
        ...operations.map((operation) => ({
          // A claim code costs a slow derivation each time.
          weight: operation.path.includes('/case-tickets/claim') ? 1 : 4,
          arbitrary: requestTo(operation, values, world),
        })),
      );
      const numRuns = Math.min(turnOf, count - walked.requests);
      await this.inParallel(fc.sample(any, { numRuns, seed: seed + turn }));
      if (walked.faults.length >= mostFaults) break;
    }
    const names = operations.map(({ method, path }) => `${method} ${path}`);
    return { ...walked, neverDone: names.filter((name) => !this.done.has(name)) };
  }

  /** Several at a time, as they come: they also meet each other. */
  private async inParallel(asked: Sent[]): Promise<void> {
    const rest = asked.values();
    const walker = async (): Promise<void> => {
      for (const sent of rest) await this.step(sent);
    };
    await Promise.all(Array.from({ length: walkers }, walker));
  }

  private async step(sent: Sent): Promise<void> {
    await this.ask(sent);
    if (this.walked.requests % Math.round(100 / againPercent) === 0) await this.ask(sent);
  }

  private async ask(sent: Sent): Promise<void> {
    const { walked, oracle } = this;
    const got = await this.send(sent);
    walked.requests += 1;
    if (sent.mutation === undefined) walked.fitting += 1;
    if (oracle.hasPassed(got)) walked.passed += 1;
    if (got.status < 300) this.noteDone(sent, got);
    count(walked.statuses, String(got.status));
    count(walked.mutations, sent.mutation ?? 'none');
    for (const fault of oracle.faultsOf(sent, got))
      walked.faults.push(describe(sent, fault) + (got.status >= 500 ? this.lastError() : ''));
  }

  private lastError(): string {
    return this.t.log.filter((line) => line.includes('"err"')).at(-1) ?? '';
  }

  private noteDone({ operation, method }: Sent, { headers, text }: Got): void {
    this.walked.done += 1;
    if (method !== operation.method) return;
    this.done.add(`${method} ${operation.path}`);
    // A slip on paper tells the walker nothing.
    if (String(headers['content-type']).startsWith('application/json'))
      this.world.learn(operation.path, JSON.parse(text) as object);
  }

  private async send({ method, url, headers, payload }: Sent): Promise<Got> {
    const reply = await this.t.app.inject({ method: method as 'GET', url, headers, payload });
    return { status: reply.statusCode, headers: reply.headers, text: reply.body };
  }
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

const describe = ({ caller, method, url, payload, mutation = 'nothing odd' }: Sent, why: string) =>
  `${method} ${url.slice(0, 200)} as ${caller.name}, ${mutation}, ` +
  `body ${String(payload).slice(0, 400)}: ${why}`;
