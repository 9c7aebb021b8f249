import {
  dayOf,
  type FieldFact,
  readRfc3339,
  type Synced,
  syncLimits,
  type SyncResult,
} from '@niangjia/shared';
import { StorageFull } from '@/platform/disk';
import { Refused } from '@/platform/refused';
import { utf8 } from '@/platform/utf8';
import { copyOf, visitsKept, withFacts, withoutLinks } from './copy';
import type { EndedFact } from './field';
import type { Said } from './field-records';
import type { FieldStore } from './field-store';
import type { Office } from './office';
import { sendSealed } from './send-sealed';
import { toSend } from './waiting';

/** Of the facts alone: the rest of the request is small. */
const batchBytes = syncLimits.bodyBytes - 10_000;
const sealingKeyDays = 30;
const dayMs = 86_400_000;
const wholeRefused = ['too_large', 'bad_input', 'bad_json'];

interface Around {
  changed: () => void;
  /** False once somebody else, or nobody, is signed in: nothing of hers is then asked or written. */
  mayGoOn: () => boolean;
}

class NotHers extends Error {}

/** Brings what waits to the service, and then what the service knows to the phone. */
export class FieldSync {
  private running: Promise<void> | undefined;
  /** Told to the service in this run, whatever it answered. */
  private told = new Set<string>();

  constructor(
    private readonly store: FieldStore,
    private readonly office: Office,
    private readonly around: Around,
  ) {}

  /** Never two at once: whoever asks meanwhile waits for the one under way, which takes in what came since. */
  run(): Promise<void> {
    this.running ??= Promise.resolve().then(() => this.all());
    return this.running;
  }

  private async all(): Promise<void> {
    try {
      this.store.reload();
      await sendSealed(this.store.shelf, this.office).catch(unlessRefused);
      await this.fetchSealingKey().catch(unlessRefused);
      do {
        await this.send();
        await this.takeCopy();
      } while (this.unsaid().length > 0);
    } finally {
      // In the same breath as the last look at what waits, so that nothing falls between.
      this.running = undefined;
    }
  }

  /** What was not told in this run: also what she wrote while it ran. */
  private unsaid(): FieldFact[] {
    return toSend(this.store).filter(({ id }) => !this.told.has(id));
  }

  private async send(): Promise<void> {
    this.told = new Set();
    for (let batch = batchOf(this.unsaid()); batch.length > 0; batch = batchOf(this.unsaid()))
      await this.sendBatch(batch);
  }

  private async sendBatch(facts: FieldFact[]): Promise<void> {
    const synced = await this.synced(facts);
    if (!synced) return;
    facts.forEach(({ id }) => this.told.add(id));
    this.hearClock(synced.serverTime);
    this.takeIn(facts, synced);
    this.around.changed();
  }

  /** Undefined when it went in two halves. */
  private async synced(facts: FieldFact[]): Promise<Synced | undefined> {
    try {
      return await this.asked(() => this.office.sync(facts));
    } catch (fault) {
      if (!(fault instanceof Refused) || !wholeRefused.includes(fault.code)) throw fault;
      const [first] = facts;
      if (first && facts.length === 1) {
        this.say([{ id: first.id, code: fault.code, message: fault.message }]);
        this.told.add(first.id);
        return undefined;
      }
      const middle = Math.ceil(facts.length / 2);
      await this.sendBatch(facts.slice(0, middle));
      await this.sendBatch(facts.slice(middle));
      return undefined;
    }
  }

  /** First the copy has what was stored, and only then does it leave the outbox. */
  private takeIn(facts: FieldFact[], { results, serverTime }: Synced): void {
    const resultOf = new Map(results.map((result) => [result.id, result]));
    const having = (...outcomes: SyncResult['outcome'][]) =>
      facts.filter(({ id }) => outcomes.some((one) => resultOf.get(id)?.outcome === one));

    const stored = having('stored', 'already');
    const ended = having('link_ended');
    this.say(results.flatMap(refusal));
    try {
      this.store.tellEnded(this.endedFacts(ended));
      this.intoCopy(stored, ended, results, serverTime);
    } catch (fault) {
      // It is with the service already, and is told again when there is room.
      if (fault instanceof StorageFull) return;
      throw fault;
    }
    this.leave([...stored, ...ended]);
  }

  private intoCopy(
    stored: FieldFact[],
    ended: FieldFact[],
    results: SyncResult[],
    serverTime: string,
  ): void {
    const receivedAt = serverTime;
    const twins = new Map(results.map(({ id, maybeSameAs }) => [id, maybeSameAs]));
    const laying = { today: dayOf(this.store.now()), receivedAt };
    const { syncedAt: _, ...before } = this.store.records.get('copy');
    const laid = withFacts(before, stored, laying);
    const women = laid.women.map((woman) => ({
      ...woman,
      maybeSameAs: twins.get(woman.id) ?? woman.maybeSameAs,
    }));
    const over = new Set(ended.map(linkOf));
    const visits = laid.visits.slice(0, visitsKept);
    this.store.keepCopy(withoutLinks({ ...laid, women, visits }, over));
  }

  private leave(facts: FieldFact[]): void {
    const ids = new Set(facts.map(({ id }) => id));
    this.ifRoom(() => this.store.drop(ids));
    this.keepSaid(this.store.records.get('said'));
  }

  private say(refused: { id: string; code: Refused['code']; message: string }[]): void {
    if (refused.length === 0) return;
    const said: Record<string, Said> = { ...this.store.records.get('said') };
    for (const { id, code, message } of refused) said[id] = { code, message };
    this.keepSaid(said);
  }

  private keepSaid(said: Record<string, Said>): void {
    const there = new Set(this.store.outbox.all().map(({ fact }) => fact.id));
    const left = Object.fromEntries(Object.entries(said).filter(([id]) => there.has(id)));
    const isSame = JSON.stringify(left) === JSON.stringify(this.store.records.get('said'));
    if (!isSame) this.ifRoom(() => this.store.records.put('said', left));
  }

  private endedFacts(facts: FieldFact[]): EndedFact[] {
    const { women } = this.store.shown();
    const day = dayOf(this.store.now());
    return facts.map((fact) => ({
      id: fact.id,
      type: fact.type,
      linkId: linkOf(fact),
      name: women.find(({ id }) => id === linkOf(fact))?.name ?? '',
      day: fact.type === 'visit_made' ? fact.visitDay : day,
    }));
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.around.mayGoOn()) throw new NotHers();
    const answer = await ask();
    if (!this.around.mayGoOn()) throw new NotHers();
    return answer;
  }

  private hearClock(serverTime: string): void {
    const moment = readRfc3339(serverTime);
    if (moment === undefined) return;
    const offsetMs = moment - this.store.phone.ownClock();
    // The way of the reply is in it: small differences are no news.
    if (Math.abs(offsetMs - this.store.records.get('clock').offsetMs) < 2_000) return;
    this.ifRoom(() => this.store.records.put('clock', { offsetMs }));
  }

  /** What does not fit the service tells again at the next sync. */
  private ifRoom(keep: () => void): void {
    try {
      keep();
    } catch (fault) {
      if (!(fault instanceof StorageFull)) throw fault;
    }
  }

  /** At the first sync, so that she can sign out without a network later. */
  async fetchSealingKey(): Promise<void> {
    const kept = this.store.records.get('sealing');
    const now = this.store.now();
    if (kept && Math.abs(now - kept.fetchedAt) < sealingKeyDays * dayMs) return;
    const key = await this.asked(() => this.office.sealingKey());
    this.ifRoom(() => this.store.records.put('sealing', { ...key, fetchedAt: now }));
  }

  /** The old copy stands until the whole of the new one is here. */
  private async takeCopy(): Promise<void> {
    const grids = (await this.asked(() => this.office.grids())).items;
    const women = await everyPage((after) => this.asked(() => this.office.women(after)));
    const latest = (after?: string) => this.asked(() => this.office.visits(after));
    const visits = await everyPage(latest, visitsKept);
    const { women: before } = this.store.records.get('copy');
    const twins = new Map(before.map(({ id, maybeSameAs }) => [id, maybeSameAs]));
    this.ifRoom(() => this.store.keepCopy(copyOf(grids, women, visits, twins), this.store.now()));
    this.around.changed();
  }
}

/** That it does not take this now is no reason to keep back the rest. */
function unlessRefused(fault: unknown): void {
  if (!(fault instanceof Refused)) throw fault;
}

const linkOf = (fact: FieldFact): string => (fact.type === 'link_made' ? fact.id : fact.linkId);

const refusal = ({ id, outcome, code, message }: SyncResult) =>
  outcome === 'refused' ? [{ id, code: code ?? 'fault', message: message ?? '' } as const] : [];

/** The oldest, as many as go at once. */
function batchOf(facts: readonly FieldFact[]): FieldFact[] {
  let bytes = 0;
  const most = facts.slice(0, syncLimits.factsPerBatch);
  const over = most.findIndex(
    (fact) => (bytes += utf8(JSON.stringify(fact)).length + 1) > batchBytes,
  );
  return over < 0 ? most : most.slice(0, Math.max(over, 1));
}

async function everyPage<T>(
  read: (after?: string) => Promise<{ items: T[]; next: string | null }>,
  most = Infinity,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && all.length < most);
  return all.slice(0, most);
}
