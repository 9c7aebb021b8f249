/** @jest-environment node */
import fc from 'fast-check';
import { dayOf, tasksOf, type LinkedWoman } from '@niangjia/shared';
import type { FieldWoman } from '@/features/visit/field';
import type { Office } from '@/features/visit/office';
import { History, steps, type World } from './history';
import { dayFrom, gridOf, ModelService } from './model-service';

const isProof = process.env['PROVE'] === '1';
const numRuns = Number(process.env['RUNS'] ?? (isProof ? 1_000 : 150));
const start = Date.parse('2026-11-22T10:00:00+08:00');

function worldOf(service: ModelService): World {
  const officeOf = (who: () => string): Office => ({
    sync: async (facts) => service.sync(who(), facts),
    submitSealed: async (sealed) => service.submitSealed(sealed),
    sealingKey: async () => service.sealingKey(who()),
    mayVisit: async () => service.mayVisit(who()),
    grids: async () => ({
      items: [{ id: gridOf(who()), federationId: 'F', name: '一组' }],
      next: null,
    }),
    women: async (after) => service.women(who(), after),
    visits: async (after) => service.visitsOf(who(), after),
  });
  return {
    accounts: ['A', 'B'],
    gridOf,
    officeOf,
    now: () => service.now,
    womanEnds: async (linkId) => service.womanEnds(linkId),
    refuseNext: (on) => {
      service.refuseNext = on ? 'link_code_taken' : undefined;
    },
    setPost: (accountId, holds) => {
      if (holds) service.over.delete(accountId);
      else service.over.add(accountId);
    },
    today: () => dayFrom(service.now, 0),
  };
}

const bare = ({ isWaiting: _, maybeSameAs: __, ...woman }: FieldWoman): LinkedWoman => woman;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Nothing of what she wrote can be read in what the phone keeps. */
function expectNothingReadable(dump: string): void {
  expect(dump).not.toMatch(/示例|"note"|"name"|"linkId"|visit_made|"token/);
}

describe('a phone in the field', () => {
  it(`loses nothing and ends like the service, in ${numRuns} histories`, async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    process.stdout.write(`  histories of a phone: seed ${seed}, ${numRuns} runs\n`);
    const counted = { promised: 0, ended: 0, refused: 0, sealed: 0, digits: 0, over: 0 };

    const holds = fc.asyncProperty(steps, fc.nat(), async (all, chance) => {
      const service = new ModelService(start);
      const history = new History(worldOf(service), chance);
      await history.live(all);

      history.phones.forEach(({ disk }) => expectNothingReadable(disk.dump()));
      const sealed = new Set(history.phones.flatMap((phone) => phone.sealed().map(({ id }) => id)));
      for (const phone of history.phones)
        for (const accountId of ['A', 'B', 'A']) await history.calm(phone, accountId);
      for (const phone of history.phones) await phone.sync();
      history.expectDigits();
      counted.digits += history.copied;
      counted.over += history.posts;

      const stored = [...service.facts.values()].join('\n');
      const stuck = history.phones.flatMap((phone) => phone.sealed());
      const stuckWords = new Set(stuck.map(({ id }) => history.wordsOf(id)));
      for (const [words, { linkId, isTakenBack }] of history.promised) {
        counted.promised += 1;
        const times = stored.split(words).length - 1;
        const isEnded = service.links.get(linkId)?.state === 'ended';
        const isStuck = stuckWords.has(words);
        if (isEnded && times === 0) counted.ended += 1;
        if (isStuck) counted.refused += 1;
        if (!isEnded && !isStuck && !isTakenBack) expect([words, times]).toEqual([words, 1]);
        else expect(times).toBeLessThanOrEqual(1);
      }
      counted.sealed += sealed.size;

      for (const phone of history.phones) {
        const { women, visits, tasks, waiting, damaged } = phone.view();
        const theirs = service.women('A', '');
        while (theirs.next) {
          const more = service.women('A', theirs.next);
          theirs.items.push(...more.items);
          theirs.next = more.next;
        }
        const active = new Set(theirs.items.map(({ id }) => id));
        const visited = [...service.visits.values()].filter(({ fact }) => active.has(fact.linkId));
        expect(women.map(bare).sort(byId)).toEqual(theirs.items);
        expect(tasks).toEqual(tasksOf(theirs.items, dayOf(service.now)));
        expect(visits.map(({ id }) => id).sort()).toEqual(
          visited.map(({ fact }) => fact.id).sort(),
        );
        expect([waiting.count - waiting.sealed, damaged]).toEqual([0, 0]);
      }
    });

    await fc.assert(holds, { numRuns, seed, endOnFailure: isProof });
    process.stdout.write(`  what was promised, and where it is: ${JSON.stringify(counted)}\n`);
  });
});
