import { Note } from '@/components/note';
import { Unreachable, type Fault } from '@/platform/refused';

/** Why something was not sent; what she typed is still there. */
export const SendFault = ({ fault }: { fault?: Fault }) =>
  fault ? (
    <Note tone={fault instanceof Unreachable ? 'warn' : 'error'} title={fault.message} />
  ) : null;
