import {
  countedDayOf,
  type Day,
  type FieldFact,
  type Grid,
  type LinkedWoman,
  type LinkMade,
  type Visit,
  type VisitMade,
} from '@niangjia/shared';
import type { FieldVisit, FieldWoman } from './field';

/** What the service said last of her grids, her women and her latest visits. */
export interface Copy {
  grids: Grid[];
  women: FieldWoman[];
  visits: FieldVisit[];
}

/** Visits of a copy: the older ones are with the service only. */
export const visitsKept = 300;

export const anEmptyCopy = (): Copy => ({ grids: [], women: [], visits: [] });

/** As the service gave it. Visits to whoever is no longer on the list do not stay on the phone. */
export function copyOf(
  grids: Grid[],
  women: readonly LinkedWoman[],
  visits: readonly Visit[],
  before: readonly FieldWoman[],
): Copy {
  const ids = new Set(women.map(({ id }) => id));
  // The hint was of her name and phone: corrected, it says nothing any more.
  const asBefore = ({ id, name, phone }: LinkedWoman) =>
    before.find((one) => one.id === id && one.name === name && one.phone === phone);
  return {
    grids,
    women: women.map((woman) => ({
      ...woman,
      isWaiting: false,
      maybeSameAs: asBefore(woman)?.maybeSameAs ?? null,
    })),
    visits: visits
      .filter(({ linkId }) => ids.has(linkId))
      .map((visit) => ({ ...visit, isWaiting: false })),
  };
}

/** What holds while facts are laid over a copy: when the service had them, if it has. */
interface Laying {
  today: Day;
  receivedAt: string | null;
}

/** The copy with these facts in it, oldest first. One that is in it already changes nothing. */
export function withFacts(copy: Copy, facts: readonly FieldFact[], laying: Laying): Copy {
  const laid = new Laid(copy, laying);
  facts.forEach((fact) => laid.lay(fact));
  return laid.copy();
}

/** The copy without a link that is over, and without what was written under it. */
export const withoutLinks = ({ grids, women, visits }: Copy, ended: ReadonlySet<string>): Copy => ({
  grids,
  women: women.filter(({ id }) => !ended.has(id)),
  visits: visits.filter(({ linkId }) => !ended.has(linkId)),
});

class Laid {
  private readonly women: Map<string, FieldWoman>;
  private readonly visits: Map<string, FieldVisit>;

  constructor(
    private readonly before: Copy,
    private readonly laying: Laying,
  ) {
    const { women, visits } = before;
    this.women = new Map(women.map((woman) => [woman.id, woman]));
    this.visits = new Map(visits.map((visit) => [visit.id, visit]));
  }

  lay(fact: FieldFact): void {
    if (fact.type === 'link_made') this.link(fact);
    if (fact.type === 'link_left') this.leave(fact.linkId);
    if (fact.type === 'visit_made') this.visit(fact);
    if (fact.type === 'ticket_asked') this.ticket(fact.visitId, fact.needId);
  }

  copy(): Copy {
    const day = ({ visitDay }: FieldVisit) => countedDayOf(visitDay, this.laying.today);
    const newestFirst = (a: FieldVisit, b: FieldVisit) =>
      compare(day(b), day(a)) || compare(b.id, a.id);
    return {
      grids: this.before.grids,
      women: [...this.women.values()],
      visits: [...this.visits.values()].sort(newestFirst),
    };
  }

  private link({ id, ledgerEntryId, gridId, householdId, name, ...fact }: LinkMade): void {
    if (this.women.has(id)) return;
    this.women.set(id, {
      id,
      ledgerEntryId,
      gridId,
      householdId: householdId ?? null,
      name,
      phone: fact.phone ?? null,
      address: fact.address ?? null,
      linkedOn: fact.linkedOn,
      lastVisitDay: null,
      followUpDay: null,
      handedOverOn: null,
      isWaiting: this.laying.receivedAt === null,
      maybeSameAs: null,
    });
  }

  private leave(linkId: string): void {
    this.women.delete(linkId);
    for (const visit of [...this.visits.values()])
      if (visit.linkId === linkId) this.visits.delete(visit.id);
  }

  private visit({ type: _, ...fact }: VisitMade): void {
    if (this.visits.has(fact.id)) return;
    const { receivedAt, today } = this.laying;
    this.visits.set(fact.id, {
      ...fact,
      note: fact.note ?? null,
      followUpDay: fact.followUpDay ?? null,
      receivedAt,
      isWaiting: receivedAt === null,
      mark: null,
      ticketed: [],
    });
    const woman = this.women.get(fact.linkId);
    if (woman) this.women.set(woman.id, visited(woman, fact, countedDayOf(fact.visitDay, today)));
  }

  private ticket(visitId: string, needId: string): void {
    const visit = this.visits.get(visitId);
    if (!visit || visit.ticketed.includes(needId)) return;
    this.visits.set(visitId, { ...visit, ticketed: [...visit.ticketed, needId] });
  }
}

function visited(woman: FieldWoman, { followUpDay }: Pick<VisitMade, 'followUpDay'>, day: Day) {
  if (woman.lastVisitDay !== null && woman.lastVisitDay > day) return woman;
  const isHandedOver = woman.handedOverOn !== null && day < woman.handedOverOn;
  return {
    ...woman,
    lastVisitDay: day,
    followUpDay: followUpDay ?? null,
    handedOverOn: isHandedOver ? woman.handedOverOn : null,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
