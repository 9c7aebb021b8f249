import { Note } from '@/components/note';
import { Refused, Unreachable, type Fault } from '@/platform/refused';

const needsSignIn = (fault: Fault): boolean =>
  fault instanceof Refused && (fault.code === 'session_ended' || fault.code === 'sign_in_needed');

/** Why an act did not go through. An ended session is said by the page itself, not here. */
export function FaultNote({ fault }: { fault?: Fault }) {
  if (!fault || needsSignIn(fault)) return null;
  return <Note tone={fault instanceof Unreachable ? 'warn' : 'error'} title={fault.message} />;
}
