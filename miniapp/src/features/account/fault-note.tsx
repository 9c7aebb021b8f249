import { Note } from '@/components/note';
import { Refused, Unreachable, type Fault } from '@/platform/refused';
import { isProofCode, useProofWanted } from '@/platform/session';

const needsSignIn = ({ code }: Refused): boolean =>
  code === 'session_ended' || code === 'sign_in_needed';

/** Why an act did not go through. An ended session is said by the page itself, not here. */
export function FaultNote({ fault }: { fault?: Fault }) {
  const wanted = useProofWanted();
  if (!fault || (fault instanceof Refused && needsSignIn(fault))) return null;
  // The page asked for the proof, and has it.
  if (fault instanceof Refused && isProofCode(fault.code) && !wanted)
    return <Note tone="ok" title="验证好了，您填的都还在。再点一次，接着办。" />;
  return <Note tone={fault instanceof Unreachable ? 'warn' : 'error'} title={fault.message} />;
}
