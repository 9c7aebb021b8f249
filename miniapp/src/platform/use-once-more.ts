import { useEffect } from 'react';
import { whenOnline } from './app-life';
import { Refused, Unreachable, type Fault } from './refused';
import { isProofCode, whenProved } from './session';

/** Asks once more when what stood in the way is gone: the network is back, or she proved who she is. */
export function useOnceMore(fault: Fault | undefined, again: () => void): void {
  const whenBack = whatBringsItBack(fault);
  useEffect(() => whenBack?.(again), [whenBack, again]);
}

function whatBringsItBack(fault: Fault | undefined) {
  if (fault instanceof Unreachable) return whenOnline;
  return fault instanceof Refused && isProofCode(fault.code) ? whenProved : undefined;
}
