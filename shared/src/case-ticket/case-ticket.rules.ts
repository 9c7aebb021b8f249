import type { RefusalCode } from '../refusal';
import { mayMove } from '../state-machine';
import {
  caseTicketLimits,
  caseTicketTransitions,
  type CaseTicketKind,
  type CaseTicketRisk,
  type CaseTicketState,
  type SafeContact,
} from './case-ticket';

/** The twenty digits of a claim code however they were typed; undefined when they are not twenty digits. */
export function readClaimCode(typed: string): string | undefined {
  const digits = typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-—－]/g, '');
  return new RegExp(`^\\d{${caseTicketLimits.claimCodeDigits}}$`).test(digits) ? digits : undefined;
}

/** `1234 5678 9012 3456 7890` */
export const claimCodeInGroups = (digits: string): string =>
  digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Present danger goes before everything; violence at home is never of the ordinary kind. */
export function riskOf(kind: CaseTicketKind, inDanger: boolean | null): CaseTicketRisk {
  if (inDanger) return 'danger';
  return kind === 'domestic_violence' ? 'high' : 'normal';
}

/** Why a ticket cannot move so; undefined when it can. Serves the button and the server alike. */
export function whyNotMove(from: CaseTicketState, to: CaseTicketState): RefusalCode | undefined {
  if (mayMove(caseTicketTransitions, from, to)) return undefined;
  return from === 'withdrawn' ? 'case_ticket_sealed' : 'case_ticket_wrong_state';
}

/** It waits for staff. */
export const isOpenTicket = (state: CaseTicketState): boolean => whyNotWrite(state) === undefined;

/** Why nothing more can be written to a ticket. */
export function whyNotWrite(state: CaseTicketState): RefusalCode | undefined {
  if (state === 'withdrawn') return 'case_ticket_sealed';
  return state === 'closed' ? 'case_ticket_wrong_state' : undefined;
}

/** What she is told, with her claim code, when it is not for this federation (信访工作条例 art. 23). */
export const redirectionForHer = (where: string, reason: string): string =>
  `您说的这件事不属于本会受理的范围。请向“${where}”提出。\n原因：${reason}\n（依据《信访工作条例》第二十三条）`;

const { min: fewestDigits, max: mostChars } = caseTicketLimits.phoneChars;

/** What to do about the phone of a safe contact; undefined when it serves. Unasked for, it may be empty. */
export function whyNotPhone({ way, phone = '' }: SafeContact): string | undefined {
  if (phone === '') return way === 'no_contact' ? undefined : '填一下您的电话。';
  const isPhone =
    /^[\d +-]+$/.test(phone) &&
    phone.replace(/\D/g, '').length >= fewestDigits &&
    phone.length <= mostChars;
  return isPhone
    ? undefined
    : `电话不对。只写数字、空格、加号和短横，数字至少 ${fewestDigits} 个，一共不超过 ${mostChars} 个字。`;
}
