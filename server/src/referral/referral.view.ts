import {
  addDays,
  dayOf,
  type HandedOn,
  type Referral,
  type ReferralConsent,
  referralGroundArticles,
  referralMoves,
  type ReferralRow as ShownRow,
  rfc3339,
  whyNotMoveReferral,
} from '@niangjia/shared';
import type { TicketKey } from '../case-ticket';
import type { ReferralRow } from './referral.entity';

/** What a slip says. */
export interface Slip {
  recipientName: string;
  purpose: string;
  handedOn: HandedOn[];
  consent: ReferralConsent;
}

export const sealSlip = (key: TicketKey, id: string, slip: Slip): string =>
  key.seal('referral.sealed_slip', id, JSON.stringify(slip));

export const openSlip = (key: TicketKey, { id, sealedSlip }: ReferralRow): Slip =>
  JSON.parse(key.open('referral.sealed_slip', id, sealedSlip)) as Slip;

export const sealOutcome = (key: TicketKey, id: string, outcome: string): string =>
  key.seal('referral.sealed_outcome', id, outcome);

const dueDayOf = ({ sentAt, answerDays }: ReferralRow) => addDays(dayOf(sentAt), answerDays);

/** Without its ticket's key only the skeleton is left. */
export const rowView = (row: ReferralRow, key: TicketKey | undefined): ShownRow => ({
  id: row.id,
  ticketId: row.ticketId,
  recipient: row.recipient,
  recipientName: key ? openSlip(key, row).recipientName : null,
  state: row.state,
  sentAt: rfc3339(row.sentAt),
  dueDay: dueDayOf(row),
});

interface Read {
  row: ReferralRow;
  key: TicketKey | undefined;
  federationName: string;
  deskName: string;
  sentBy: string | null;
  /** Nothing is written to what was withdrawn. */
  isSealed: boolean;
}

const momentOf = (at: number | null): string | null => (at === null ? null : rfc3339(at));

export function referralView({ row, key, isSealed, ...named }: Read): Referral {
  const slip = key && openSlip(key, row);
  const { ground, sealedOutcome } = row;
  const mayMove = key !== undefined && !isSealed;
  return {
    ...rowView(row, key),
    number: `${dayOf(row.sentAt).slice(0, 4)}-${row.id.slice(-6)}`,
    ...named,
    purpose: slip?.purpose ?? null,
    handedOn: slip?.handedOn ?? [],
    consent: slip?.consent ?? { ground },
    article: referralGroundArticles[ground],
    answerDays: row.answerDays,
    receivedAt: momentOf(row.receivedAt),
    settledAt: momentOf(row.settledAt),
    outcome:
      key && sealedOutcome ? key.open('referral.sealed_outcome', row.id, sealedOutcome) : null,
    mayMoveTo: mayMove ? referralMoves.filter((to) => !whyNotMoveReferral(row.state, to)) : [],
  };
}
