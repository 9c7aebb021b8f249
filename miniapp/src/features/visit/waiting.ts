import { type FieldFact, laterCodes } from '@niangjia/shared';
import type { RefusedFact, Waiting } from './field';
import type { FieldRecords, Said } from './field-records';
import { isNotHers, mayPass } from './may-pass';
import type { Outbox } from './outbox';
import { namedBy } from './remade';
import type { SealedShelf } from './sealed-shelf';

interface Held {
  outbox: Outbox;
  records: FieldRecords;
  shelf: SealedShelf;
  /** By the service's clock, Unix ms. */
  now: () => number;
  /** By how much the phone's own clock is wrong now. */
  clock: () => { offsetMs: number };
}

const later: readonly string[] = laterCodes;

/** What is to be sent, oldest first. */
export function toSend(store: Held): FieldFact[] {
  const said = store.records.get('said');
  const isToSend = ({ id }: FieldFact) => !said[id] || mayPass(said[id].code);
  return store.outbox
    .all()
    .map(({ fact }) => fact)
    .filter(isToSend);
}

/** What the service does not have, since when, and what she has to put right: the one place that reckons it. */
export function waitingOf(store: Held): Waiting {
  const kept = store.outbox.all();
  const sealed = store.shelf.all();
  const said = store.records.get('said');
  const there = new Set(kept.flatMap(({ fact }) => made(fact)));
  const { offsetMs } = store.clock();
  const moments = [...kept, ...sealed].map((one) => one.at + (one.offsetMs ?? offsetMs));
  const refused = kept.flatMap(({ fact }): RefusedFact[] => {
    const why = said[fact.id];
    const isHers = why && !isNotHers(why.code) && !waitsForAnother(fact, why, there);
    return isHers ? [{ fact, ...why }] : [];
  });

  return {
    count: kept.length + sealed.length + store.outbox.damaged,
    since: moments.length === 0 ? null : Math.min(...moments, store.now()),
    refused,
    notTaken: kept.filter(({ fact: { id } }) => said[id] && isNotHers(said[id].code)).length,
    sealed: sealed.length,
    sealedRefused: sealed.filter((one) => one.refused !== undefined).length,
  };
}

/** What others may build on, once it is with the service. */
const made = (fact: FieldFact): string[] =>
  fact.type === 'link_made' || fact.type === 'visit_made' ? [fact.id] : [];

const waitsForAnother = (fact: FieldFact, { code }: Said, there: ReadonlySet<string>): boolean =>
  later.includes(code) && namedBy(fact).some((id) => there.has(id));
