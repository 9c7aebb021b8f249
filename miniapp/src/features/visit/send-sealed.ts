import { type SealedFact, syncLimits } from '@niangjia/shared';
import { firstOf } from './batches';
import { mayPass } from './may-pass';
import type { Office } from './office';
import type { Sealed, SealedShelf } from './sealed-shelf';

/** Needs no session. Whatever the service does not take stays on the shelf, with what it said. */
export async function sendSealed(shelf: SealedShelf, office: Office): Promise<void> {
  const waiting = shelf.all().filter(({ refused }) => refused === undefined);
  for (let from = 0; from < waiting.length;) {
    const batch = firstOf(waiting.slice(from), syncLimits.sealedPerBatch);
    from += batch.length;
    const { results } = await office.submitSealed(batch.map(sealedFact));
    for (const one of batch) {
      const result = results.find(({ id }) => id === one.id);
      if (!result) continue;
      if (result.outcome !== 'refused') shelf.remove(one.id);
      else if (!mayPass(result.code ?? 'fault'))
        shelf.put({ ...one, refused: result.message ?? '' });
    }
  }
}

const sealedFact = ({ id, keyId, box }: Sealed): SealedFact => ({ id, keyId, box });
