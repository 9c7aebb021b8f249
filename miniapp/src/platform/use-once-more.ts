import { useEffect } from 'react';
import { whenOnline } from './app-life';
import { Refused, Unreachable, type Fault } from './refused';
import { isProofCode, whenProved } from './session';

/** Asks once more when what stood in the way is gone: the network is back, or she proved who she is. */
export function useOnceMore(fault: Fault | undefined, again: () => void): void {
  const unreached = fault instanceof Unreachable;
  const unproved = fault instanceof Refused && isProofCode(fault.code);
  useEffect(() => (unreached ? whenOnline(again) : undefined), [unreached, again]);
  useEffect(() => (unproved ? whenProved(again) : undefined), [unproved, again]);
}
