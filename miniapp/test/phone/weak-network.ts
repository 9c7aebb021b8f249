import type { FieldFact } from '@niangjia/shared';
import type { Office } from '@/features/visit/office';
import { Unreachable } from '@/platform/refused';
import { type FakeDisk, Killed } from './fake-disk';

export const networks = ['good', 'none', 'cut', 'lost', 'twice', 'late', 'part', 'killed'] as const;
/**
 * `cut`: the second question gets no answer; `lost`: the service did it and the reply is lost; `twice`: it arrives
 * twice; `late`: the batch before arrives once more after it; `part`: the service took in the first half only and the
 * reply is lost; `killed`: the app is ended while it waits for the reply.
 */
export type Network = (typeof networks)[number];

/** The way between a phone and the service, with all that happens on it. */
export function over(direct: Office, disk: FakeDisk, network: () => Network): Office {
  let asked = 0;
  let before: FieldFact[] | undefined;
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    const now = network();
    asked += 1;
    if (now === 'none' || (now === 'cut' && asked % 2 === 0)) throw new Unreachable('offline');
    const answer = await question();
    if (now === 'killed') {
      disk.left = 0;
      throw new Killed();
    }
    return answer;
  };

  return {
    sync: (facts) =>
      ask(async () => {
        const now = network();
        const gone = facts.slice(0, Math.ceil(facts.length / 2));
        const answer = await direct.sync(now === 'part' ? gone : facts);
        if (now === 'lost' || now === 'part') throw new Unreachable('timeout');
        if (now === 'late' && before) await direct.sync(before);
        before = facts;
        return now === 'twice' ? direct.sync(facts) : answer;
      }),
    submitSealed: (sealed) =>
      ask(async () => {
        const answer = await direct.submitSealed(sealed);
        if (network() === 'lost') throw new Unreachable('timeout');
        return network() === 'twice' ? direct.submitSealed(sealed) : answer;
      }),
    sealingKey: () => ask(() => direct.sealingKey()),
    mayVisit: () => ask(() => direct.mayVisit()),
    grids: () => ask(() => direct.grids()),
    women: (after) => ask(() => direct.women(after)),
    visits: (after) => ask(() => direct.visits(after)),
  };
}
