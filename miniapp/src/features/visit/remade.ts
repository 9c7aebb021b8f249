import type { FieldFact, NeedAsked, RefusalCode, VisitMade } from '@niangjia/shared';
import type { Chance } from '@/platform/chance';
import type { PutRight } from './field';

export const codeDigits = 20;

/** Said of an entry that is another woman’s: she gets one of her own. */
const otherEntry: readonly RefusalCode[] = ['id_taken', 'entry_differs'];

interface Making {
  chance: Chance;
  now: number;
  /** Why it was refused: digits and entries that somebody else has are made anew. */
  code: RefusalCode;
}

/** The fact put right, and whatever waits on this phone that builds on it: each with an id of its own, none changed. */
export function remade(
  waiting: readonly FieldFact[],
  target: FieldFact,
  change: PutRight,
  making: Making,
): Map<string, FieldFact> {
  const renamed = new Map<string, string>();
  const facts = new Map<string, FieldFact>();
  const give = (old: FieldFact, fact: FieldFact) => {
    renamed.set(old.id, fact.id);
    facts.set(old.id, fact);
  };

  give(target, changed(target, change, { ...making, renamed }));
  for (const fact of waiting) {
    if (facts.has(fact.id) || !leansOn(fact, renamed)) continue;
    give(fact, { ...withWords(pointed(fact, renamed), facts), id: making.chance.id(making.now) });
  }
  return facts;
}

/** The visits and tickets that wait under a link, each with an id of its own, under another link to the same woman. */
export function repointed(
  waiting: readonly FieldFact[],
  from: string,
  to: string,
  { chance, now }: Pick<Making, 'chance' | 'now'>,
): Map<string, FieldFact> {
  const renamed = new Map([[from, to]]);
  const facts = new Map<string, FieldFact>();
  for (const fact of waiting) {
    if (fact.type === 'link_left' || !leansOn(fact, renamed)) continue;
    const right = { ...pointed(fact, renamed), id: chance.id(now) };
    renamed.set(fact.id, right.id);
    facts.set(fact.id, right);
  }
  return facts;
}

/** What a fact names of other facts. */
export const namedBy = (fact: FieldFact): string[] => {
  if (fact.type === 'link_made') return [];
  if (fact.type === 'ticket_asked') return [fact.linkId, fact.visitId, fact.needId];
  return [fact.linkId];
};

const leansOn = (fact: FieldFact, renamed: ReadonlyMap<string, string>): boolean =>
  namedBy(fact).some((id) => renamed.has(id));

function pointed(fact: FieldFact, renamed: ReadonlyMap<string, string>): FieldFact {
  const at = (id: string) => renamed.get(id) ?? id;
  if (fact.type === 'link_made') return fact;
  if (fact.type === 'ticket_asked')
    return { ...fact, linkId: at(fact.linkId), visitId: at(fact.visitId), needId: at(fact.needId) };
  return { ...fact, linkId: at(fact.linkId) };
}

/** A ticket goes with its visit, and brings along the words of its need: as they are now. */
function withWords(fact: FieldFact, facts: ReadonlyMap<string, FieldFact>): FieldFact {
  if (fact.type !== 'ticket_asked') return fact;
  const isVisit = (one: FieldFact): one is VisitMade =>
    one.type === 'visit_made' && one.id === fact.visitId;
  const visit = [...facts.values()].find(isVisit);
  const need = visit?.needs.find(({ id }) => id === fact.needId);
  return visit && need ? { ...fact, linkId: visit.linkId, need: askedOf(need, visit) } : fact;
}

export const askedOf = (
  { kind, text }: Omit<NeedAsked, 'risk'>,
  { risk }: Pick<NeedAsked, 'risk'>,
): NeedAsked => ({ kind, text, risk });

function changed(
  fact: FieldFact,
  change: PutRight,
  { chance, now, code, renamed }: Making & { renamed: Map<string, string> },
): FieldFact {
  const id = chance.id(now);
  if (fact.type === 'link_left') return { ...fact, id };
  if (fact.type === 'ticket_asked') {
    const isTaken = code === 'claim_code_taken';
    const claimCode = isTaken ? chance.digits(codeDigits) : fact.claimCode;
    return { ...fact, id, claimCode, phone: 'phone' in change ? change.phone : fact.phone };
  }
  if (fact.type === 'link_made') {
    const linkCode = code === 'link_code_taken' ? chance.digits(codeDigits) : fact.linkCode;
    const ledgerEntryId = otherEntry.includes(code) ? chance.id(now) : fact.ledgerEntryId;
    return { ...fact, ...change, type: fact.type, id, linkCode, ledgerEntryId };
  }
  const needs = (change.needs ?? fact.needs).map((need, at) => {
    const needId = chance.id(now);
    const before = fact.needs[at];
    if (before) renamed.set(before.id, needId);
    return { ...need, id: needId };
  });
  return { ...fact, ...change, type: fact.type, id, needs };
}
