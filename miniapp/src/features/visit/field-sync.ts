import { type FieldFact, type Synced, syncLimits } from '@niangjia/shared';
import { Refused } from '@/platform/refused';
import { everyPage, firstOf } from './batches';
import { copyOf, visitsKept } from './copy';
import type { FieldStore } from './field-store';
import { ifRoom } from './if-room';
import type { Office } from './office';
import { Replies } from './replies';
import { sendSealed } from './send-sealed';
import { toSend } from './waiting';

const sealingKeyDays = 30;
const dayMs = 86_400_000;
const clockFreshMs = 3_600_000;
const wholeRefused = ['too_large', 'bad_input', 'bad_json'];

interface Around {
  changed: () => void;
  /** False once somebody else, or nobody, is signed in: nothing of hers is then asked or written. */
  mayGoOn: () => boolean;
}

class NotHers extends Error {}

/** The service said that she is no 执委 any more. */
export class PostOver extends Error {}

/** Brings what waits to the service, and then what the service knows to the phone. */
export class FieldSync {
  private running: Promise<void> | undefined;
  /** Told to the service in this run, whatever it answered. */
  private told = new Set<string>();
  /** To which phones seal now, as the service said last. */
  private keyId: string | undefined;
  private readonly replies: Replies;

  constructor(
    private readonly store: FieldStore,
    private readonly office: Office,
    private readonly around: Around,
  ) {
    this.replies = new Replies(store);
  }

  /** Never two at once: whoever asks meanwhile waits for the one under way, which takes in what came since. */
  run(): Promise<void> {
    this.running ??= Promise.resolve().then(() => this.all());
    return this.running;
  }

  private async all(): Promise<void> {
    try {
      await this.there();
    } catch (fault) {
      const isNoPage = fault instanceof Refused && fault.code === 'not_found';
      if (isNoPage && !(await this.asked(() => this.office.mayVisit()))) throw new PostOver();
      throw fault;
    } finally {
      // In the same breath as the last look at what waits, so that nothing falls between.
      this.running = undefined;
    }
  }

  private async there(): Promise<void> {
    this.store.reload();
    await sendSealed(this.store.shelf, this.office).catch(unlessRefused);
    await this.fetchSealingKey().catch(unlessRefused);
    do {
      await this.send();
      await this.takeCopy();
    } while (this.unsaid().length > 0);
    // Another key since: this reply named it.
    await this.fetchSealingKey().catch(unlessRefused);
  }

  /** What was not told in this run: also what she wrote while it ran. */
  private unsaid(): FieldFact[] {
    return toSend(this.store).filter(({ id }) => !this.told.has(id));
  }

  private async send(): Promise<void> {
    this.told = new Set();
    if (this.unsaid().length === 0) await this.hearClock();
    for (let batch = batchOf(this.unsaid()); batch.length > 0; batch = batchOf(this.unsaid()))
      await this.sendBatch(batch);
  }

  private async sendBatch(facts: FieldFact[]): Promise<void> {
    this.replies.unsay(facts);
    const synced = await this.synced(facts);
    if (!synced) return;
    facts.forEach(({ id }) => this.told.add(id));
    this.replies.takeIn(facts, synced);
    this.around.changed();
  }

  /** With nothing to send, so that the days which she writes without a network are right. */
  private async hearClock(): Promise<void> {
    const { heardAt = null } = this.store.records.get('clock');
    const isFresh = heardAt !== null && this.store.now() - heardAt < clockFreshMs;
    if (isFresh && !this.store.clock().doubt) return;
    const { serverTime } = await this.sync([]);
    this.replies.hearClock(serverTime);
  }

  /** Undefined when it went in two halves. */
  private async synced(facts: FieldFact[]): Promise<Synced | undefined> {
    try {
      return await this.sync(facts);
    } catch (fault) {
      if (!(fault instanceof Refused) || !wholeRefused.includes(fault.code)) throw fault;
      const [first] = facts;
      if (first && facts.length === 1) {
        this.replies.say([{ id: first.id, code: fault.code, message: fault.message }]);
        this.told.add(first.id);
        return undefined;
      }
      const middle = Math.ceil(facts.length / 2);
      await this.sendBatch(facts.slice(0, middle));
      await this.sendBatch(facts.slice(middle));
      return undefined;
    }
  }

  private async sync(facts: FieldFact[]): Promise<Synced> {
    const synced = await this.asked(() => this.office.sync(facts));
    this.keyId = synced.sealingKeyId;
    return synced;
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.around.mayGoOn()) throw new NotHers();
    const answer = await ask();
    if (!this.around.mayGoOn()) throw new NotHers();
    return answer;
  }

  /** At the first sync, so that she can sign out without a network later. */
  async fetchSealingKey(): Promise<void> {
    const kept = this.store.records.get('sealing');
    const now = this.store.now();
    const isNewest = kept && kept.id === (this.keyId ?? kept.id);
    if (isNewest && Math.abs(now - kept.fetchedAt) < sealingKeyDays * dayMs) return;
    const key = await this.asked(() => this.office.sealingKey());
    ifRoom(() => this.store.records.put('sealing', { ...key, fetchedAt: now }));
  }

  /** The old copy stands until the whole of the new one is here. */
  private async takeCopy(): Promise<void> {
    const grids = (await this.asked(() => this.office.grids())).items;
    const women = await everyPage((after) => this.asked(() => this.office.women(after)));
    const latest = (after?: string) => this.asked(() => this.office.visits(after));
    const visits = await everyPage(latest, visitsKept);
    const { women: before } = this.store.records.get('copy');
    ifRoom(() => this.store.keepCopy(copyOf(grids, women, visits, before), this.store.now()));
    this.around.changed();
  }
}

/** That it does not take this now is no reason to keep back the rest. */
function unlessRefused(fault: unknown): void {
  if (!(fault instanceof Refused)) throw fault;
}

const batchOf = (facts: readonly FieldFact[]): FieldFact[] =>
  firstOf(facts, syncLimits.factsPerBatch);
