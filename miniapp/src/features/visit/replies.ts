import {
  dayOf,
  type FieldFact,
  readRfc3339,
  type RefusalCode,
  type Synced,
  type SyncResult,
} from '@niangjia/shared';
import { StorageFull } from '@/platform/disk';
import { type Copy, visitsKept, withFacts, withoutLinks } from './copy';
import type { EndedFact } from './field';
import type { Said } from './field-records';
import type { FieldStore } from './field-store';
import { ifRoom } from './if-room';

/** What the service said of facts, taken into what stands on the phone. */
export class Replies {
  constructor(private readonly store: FieldStore) {}

  /** First the copy has what was stored, and only then does it leave the outbox. */
  takeIn(facts: FieldFact[], { results, serverTime }: Synced): void {
    this.hearClock(serverTime);
    const resultOf = new Map(results.map((result) => [result.id, result]));
    const having = (...outcomes: SyncResult['outcome'][]) =>
      facts.filter(({ id }) => outcomes.some((one) => resultOf.get(id)?.outcome === one));

    const stored = having('stored', 'already');
    const ended = having('link_ended');
    this.say(results.flatMap(refusal));
    // Names of those who are about to leave the list.
    const named = this.store.shown();
    try {
      this.store.tellEnded(this.endedFacts(ended));
      this.intoCopy(stored, ended, results, serverTime);
      this.leave(stored, ended, named);
      for (const { id, firstLinkId } of results)
        if (firstLinkId !== undefined) this.store.repoint(id, firstLinkId);
    } catch (fault) {
      // It is with the service already, and is told again when there is room.
      if (fault instanceof StorageFull) return;
      throw fault;
    }
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

  private leave(stored: FieldFact[], ended: FieldFact[], named: Pick<Copy, 'women'>): void {
    const ids = new Set([...stored, ...ended].map(({ id }) => id));
    this.store.dropStored(stored, ids, named);
    this.keepSaid(this.store.records.get('said'));
  }

  say(refused: { id: string; code: RefusalCode; message: string }[]): void {
    if (refused.length === 0) return;
    const said: Record<string, Said> = { ...this.store.records.get('said') };
    for (const { id, code, message } of refused) said[id] = { code, message };
    this.keepSaid(said);
  }

  /** They are under way: until the answer is here, the service may have them, and a no of before is none. */
  unsay(facts: FieldFact[]): void {
    const said = { ...this.store.records.get('said') };
    for (const { id } of facts) delete said[id];
    this.keepSaid(said);
  }

  private keepSaid(said: Record<string, Said>): void {
    const there = new Set(this.store.outbox.all().map(({ fact }) => fact.id));
    const left = Object.fromEntries(Object.entries(said).filter(([id]) => there.has(id)));
    const isSame = JSON.stringify(left) === JSON.stringify(this.store.records.get('said'));
    if (!isSame) ifRoom(() => this.store.records.put('said', left));
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

  hearClock(serverTime: string): void {
    const heardAt = readRfc3339(serverTime);
    if (heardAt === undefined) return;
    const before = this.store.records.get('clock');
    const now = heardAt - this.store.phone.ownClock();
    // The way of the reply is in it: small differences are no news.
    const isNews = Math.abs(now - before.offsetMs) >= 2_000;
    if (!isNews && heardAt - (before.heardAt ?? 0) < newsAfterMs) return;
    const offsetMs = isNews ? now : before.offsetMs;
    ifRoom(() => this.store.records.put('clock', { offsetMs, heardAt }));
  }
}

const newsAfterMs = 60_000;

const linkOf = (fact: FieldFact): string => (fact.type === 'link_made' ? fact.id : fact.linkId);

const refusal = ({ id, outcome, code, message }: SyncResult) =>
  outcome === 'refused' ? [{ id, code: code ?? 'fault', message: message ?? '' } as const] : [];
