import type { RefusalCode } from '@niangjia/shared';
import type { Caller } from './callers';
import type { Row, Target } from './row';
import { everything, mayAnywhere } from './rules';

/** What the table says of one cell: done, or the code of the refusal. */
export function expectedOf(row: Row, caller: Caller, target?: Target): 'done' | RefusalCode {
  return atTheDoor(row, caller) ?? ofTheThing(row, caller, target) ?? 'done';
}

/** Before anything is looked at: who is she, and is the address for her. */
export function atTheDoor({ who }: Row, caller: Caller): RefusalCode | undefined {
  if (who === 'anyone') return undefined;
  if (caller.session === 'none') return 'sign_in_needed';
  if (caller.session === 'ended') return 'session_ended';
  if (who === 'signed_in' || mayAnywhere(caller, who)) return undefined;
  return 'not_found';
}

function ofTheThing(row: Row, caller: Caller, target?: Target): RefusalCode | undefined {
  const mayNot = row.unless?.(caller);
  if (mayNot || !target) return mayNot;
  const { lets = everything, otherwise = 'not_found', but = {} } = row;
  return lets(caller, target) ? but[target.state] : otherwise;
}
