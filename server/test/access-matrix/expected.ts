import type { RefusalCode } from '@niangjia/shared';
import type { Caller } from './callers';
import type { Row, Target } from './row';
import { everything, isLockedTo, mayAnywhere } from './rules';
import { isGrave, wantsSecondFactor } from './second-factor';

/** What the table says of one cell: done, or the code of the refusal. */
export function expectedOf(row: Row, caller: Caller, target?: Target): 'done' | RefusalCode {
  return atTheDoor(row, caller) ?? ofTheThing(row, caller, target) ?? 'done';
}

/** Before anything is looked at: who is she, and is the address for her. */
export function atTheDoor(row: Row, caller: Caller): RefusalCode | undefined {
  const { who } = row;
  if (who === 'anyone') return undefined;
  if (caller.session === 'none') return 'sign_in_needed';
  if (caller.session === 'ended') return 'session_ended';
  if (who !== 'signed_in' && !mayAnywhere(caller, who)) return 'not_found';
  if (caller.proved === 'first' && wantsSecondFactor(row)) return 'second_factor_needed';
  return caller.proved === 'old' && isGrave(row) ? 'reauth_needed' : undefined;
}

/** Nothing but what they say themselves makes them different from an open one. */
export const likeOpen = ['handed_over', 'barred', 'locked', 'unlocked'];

function ofTheThing(row: Row, caller: Caller, target?: Target): RefusalCode | undefined {
  const mayNot = row.unless?.(caller);
  if (mayNot || !target) return mayNot;
  const { lets = everything, otherwise = 'not_found', but = {} } = row;
  if (!lets(caller, target)) return otherwise;
  if (row.forReaders && isLockedTo(caller, target)) return 'case_ticket_locked';
  const isLikeOpen = !(target.state in but) && likeOpen.includes(target.state);
  const told = but[isLikeOpen ? 'open' : target.state];
  return (typeof told === 'function' ? told(caller, target) : told) ?? undefined;
}
