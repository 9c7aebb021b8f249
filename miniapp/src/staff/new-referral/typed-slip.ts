import {
  caseTicketKindOfficialLabels,
  type AgreedWay,
  type DeskTicket,
  type HandedOnField,
  referralLimits,
  type ReferralConsent,
  type ReferralGround,
  type ReferralRecipient,
  type SendReferral,
  whyNotConsent,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import {
  readTypedMoment,
  readTypedNumber,
  typedMoment,
  type TypedMoment,
} from '@/features/edit/typed';

export interface TypedSlip {
  recipient?: ReferralRecipient;
  recipientName: string;
  purpose: string;
  /** What is chosen, in the order of choosing. */
  chosen: HandedOnField[];
  texts: Partial<Record<HandedOnField, string>>;
  ground?: ReferralGround;
  agreed: TypedMoment;
  agreedHow?: AgreedWay;
  reason: string;
  answerDays: string;
}

const cut = (text: string): string => [...text].slice(0, referralLimits.handedOnChars.max).join('');

/** What the ticket already knows, to be shortened: nothing of it goes before it is chosen. */
export const beginSlip = ({ kind, messages, safeContact, inDanger }: DeskTicket): TypedSlip => ({
  recipientName: '',
  purpose: '',
  chosen: [],
  texts: {
    kind: caseTicketKindOfficialLabels[kind],
    her_words: cut(messages.find(({ from }) => from === 'her')?.text ?? ''),
    phone: safeContact?.phone ?? '',
    danger: inDanger === null ? '' : inDanger ? '她说现在有危险。' : '她说现在没有危险。',
  },
  agreed: typedMoment(new Date().toISOString()),
  reason: '',
  answerDays: String(referralLimits.usualAnswerDays),
});

const consentOf = ({ ground, agreed, agreedHow, reason }: TypedSlip): ReferralConsent =>
  ground === 'consent'
    ? { ground, agreedAt: readTypedMoment(agreed), agreedHow }
    : { ground: ground ?? 'consent', reason: reason.trim() || undefined };

const daysOf = ({ answerDays }: TypedSlip): number => readTypedNumber(answerDays) ?? NaN;

const isDays = (days: number): boolean =>
  Number.isInteger(days) &&
  days >= referralLimits.answerDays.min &&
  days <= referralLimits.answerDays.max;

/** All that is missing or wrong, by the path that the service names too. */
export function faultsOf(typed: TypedSlip): Faults {
  const { recipient, recipientName, purpose, chosen, texts, ground } = typed;
  const { nameChars, purposeChars, answerDays } = referralLimits;
  const consent = Object.entries(ground ? whyNotConsent(consentOf(typed)) : {});
  return faultsAmong({
    recipient: recipient ? undefined : '点一个单位。',
    recipientName: whyNotLength(recipientName.trim(), nameChars, '单位名称'),
    purpose: whyNotLength(purpose.trim(), purposeChars, '请办的事'),
    handedOn: chosen.length > 0 ? undefined : '至少点一项要转去的内容。',
    ...Object.fromEntries(
      chosen.map((what) => [
        `handedOn.${what}`,
        whyNotLength((texts[what] ?? '').trim(), referralLimits.handedOnChars, '这里'),
      ]),
    ),
    'consent.ground': ground ? undefined : '点一下为什么可以转。',
    ...Object.fromEntries(consent.map(([name, say]) => [`consent.${name}`, say])),
    answerDays: isDays(daysOf(typed))
      ? undefined
      : `天数填 ${answerDays.min} 到 ${answerDays.max} 的整数。`,
  });
}

/** As it is sent, once nothing is wrong with it. */
export const slipOf = (typed: TypedSlip): SendReferral => ({
  recipient: typed.recipient ?? 'other',
  recipientName: typed.recipientName.trim(),
  purpose: typed.purpose.trim(),
  handedOn: typed.chosen.map((what) => ({ what, text: (typed.texts[what] ?? '').trim() })),
  consent: consentOf(typed),
  answerDays: daysOf(typed),
});
