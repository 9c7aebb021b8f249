import { type FieldFact, refusals } from '@niangjia/shared';
import { StorageFull } from '@/platform/disk';
import type { FieldActs, Saved } from './field';
import type { FieldStore } from './field-store';
import type { Kept } from './outbox';
import { codeOf } from './digits-to-copy';
import { askedOf, codeDigits, remade } from './remade';
import { waitingOf } from './waiting';

type Acts = Omit<FieldActs, 'syncNow'>;

const notRefused = '这一条正要传，现在不能改。传完再看。';

/** Each act is on the phone when it returns; `kept` is then told, so that it can be sent. */
export function fieldActs(store: FieldStore, kept: () => void): Acts {
  const { chance } = store.phone;
  const newId = () => chance.id(store.now());
  const keep = <T extends object>(given: T, act: () => void): Saved<T> => {
    try {
      act();
    } catch (fault) {
      if (fault instanceof StorageFull) return { kept: false, why: fault.message };
      throw fault;
    }
    kept();
    return { kept: true, ...given };
  };
  const waiting = (id: string) => store.outbox.all().find(({ fact }) => fact.id === id)?.fact;
  const refused = (id: string) => waitingOf(store).refused.find(({ fact }) => fact.id === id);

  return {
    addVisit: ({ id = newId(), needs, ...written }) => {
      const before = waiting(id);
      if (before?.type === 'visit_made')
        return { kept: true, id, needIds: before.needs.map((need) => need.id) };
      const named = needs.map((need) => ({ ...need, id: newId() }));
      const fact: FieldFact = { type: 'visit_made', ...written, id, needs: named };
      return keep({ id, needIds: named.map((need) => need.id) }, () => store.add([fact]));
    },

    addLink: ({ id = newId(), ledgerEntryId = newId(), ...written }) => {
      const before = waiting(id);
      if (before?.type === 'link_made') return { kept: true, id, linkCode: before.linkCode };
      const linkCode = chance.digits(codeDigits);
      const fact: FieldFact = { type: 'link_made', ...written, id, ledgerEntryId, linkCode };
      return keep({ id, linkCode }, () => store.add([fact]));
    },

    leaveLink: (linkId) => keep({}, () => store.add([{ type: 'link_left', id: newId(), linkId }])),

    askTicket: ({ visitId, needId, phone, notVillage }) => {
      const visit = store.shown().visits.find(({ id }) => id === visitId);
      const needed = visit?.needs.find((one) => one.id === needId);
      if (!visit || !needed) return { kept: false, why: refusals.visit_not_found.message };
      const id = newId();
      const claimCode = chance.digits(codeDigits);
      const { linkId } = visit;
      const need = askedOf(needed, visit);
      const said = { ...(phone && { phone }), ...(notVillage && { notVillage }) };
      const named = { id, linkId, visitId, needId, need, claimCode, ...said };
      const fact: FieldFact = { type: 'ticket_asked', agreed: true, ...named };
      return keep({ id, claimCode }, () => store.add([fact]));
    },

    putRight: (id, change) => {
      const found = refused(id);
      if (!found) return { kept: false, why: notRefused };
      const { fact, code } = found;
      const all = store.outbox.all();
      const kept = all.map((one) => one.fact);
      const facts = remade(kept, fact, change, { chance, now: store.now(), code });
      const right = facts.get(id) ?? fact;
      const written = all.find((one) => one.fact === fact);
      const given = { id: right.id, newCode: newCodeOf(fact, right) };
      return keep(given, () => {
        store.pointDraft(facts);
        store.add([...facts.values()], [...facts.keys()], writtenAt(written));
      });
    },

    takeBack: (id) => {
      if (!refused(id)) return { kept: false, why: notRefused };
      return keep({}, () => store.drop(new Set([id])));
    },

    dismissEnded: (id) => {
      const left = store.records.get('ended').filter((one) => one.id !== id);
      return keep({}, () => store.records.put('ended', left));
    },

    hasCopied: (code) => keep({}, () => store.hasCopied(code)),
    sayToday: (day) => keep({}, () => store.sayToday(day)),

    newId,
    draft: (name) => store.draft(name),
    saveDraft: (name, value) => {
      try {
        store.saveDraft(name, value);
        return { kept: true };
      } catch (fault) {
        if (fault instanceof StorageFull) return { kept: false, why: fault.message };
        throw fault;
      }
    },
    dropDraft: (name) => store.dropDraft(name),
  };
}

/** Put right, it still waits since it was written first. */
const writtenAt = (kept: Kept | undefined): Pick<Kept, 'at' | 'offsetMs'> | undefined =>
  kept && { at: kept.at, offsetMs: kept.offsetMs };

const newCodeOf = (before: FieldFact, after: FieldFact): string | null =>
  codeOf(before) === codeOf(after) ? null : codeOf(after);
