import { type SealedFact, syncLimits } from '@niangjia/shared';
import { mayPass } from './may-pass';
import type { Office } from './office';
import type { Sealed, SealedShelf } from './sealed-shelf';

const batchChars = syncLimits.bodyBytes - 10_000;

/** Needs no session. Whatever the service does not take stays on the shelf, with what it said. */
export async function sendSealed(shelf: SealedShelf, office: Office): Promise<void> {
  const waiting = shelf.all().filter(({ refused }) => refused === undefined);
  for (let from = 0; from < waiting.length;) {
    const batch = batchOf(waiting.slice(from));
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

function batchOf(sealed: readonly Sealed[]): Sealed[] {
  let chars = 0;
  const most = sealed.slice(0, syncLimits.sealedPerBatch);
  const over = most.findIndex(({ box }) => (chars += box.length + 100) > batchChars);
  return over < 0 ? most : most.slice(0, Math.max(over, 1));
}
