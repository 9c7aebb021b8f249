import type { RefusalCode } from '../refusal';
import { mayMove } from '../state-machine';
import {
  type HandedOn,
  handedOnFieldLabels,
  referralRecipientLabels,
  referralTransitions,
  type ReferralConsent,
  type ReferralMove,
  type ReferralRecipient,
  type ReferralState,
} from './referral';

export function whyNotMoveReferral(
  from: ReferralState,
  to: ReferralState,
): RefusalCode | undefined {
  return mayMove(referralTransitions, from, to) ? undefined : 'referral_wrong_state';
}

/**
 * What is missing before it may be handed on, by field. 个人信息保护法 art. 23 wants her consent to each
 * recipient by itself; art. 13(3) and 13(4) do without it, and then the reason is kept.
 */
export function whyNotConsent({
  ground,
  agreedAt,
  agreedHow,
  reason,
}: ReferralConsent): Partial<Record<keyof ReferralConsent, string>> {
  if (ground !== 'consent') return reason ? {} : { reason: '写一下为什么可以不经她同意。' };
  return {
    ...(!agreedAt && { agreedAt: '填一下她是什么时候同意的。' }),
    ...(!agreedHow && { agreedHow: '点一下她是怎么同意的。' }),
  };
}

/** What somebody who reads the slip calls the recipient: `某县人民法院（法院）`. */
export const recipientInWords = (recipient: ReferralRecipient, name: string): string =>
  `${name}（${referralRecipientLabels[recipient]}）`;

const forHer = (label: string): string => label.replace('她', '您');

/** What she reads under her claim code: to whom her case went, and what of it. */
export function sentForHer(
  recipient: string,
  handedOn: readonly HandedOn[],
  { ground }: ReferralConsent,
): string {
  const whatWent = handedOn.map(({ what }) => forHer(handedOnFieldLabels[what])).join('、');
  const unasked = ground === 'consent' ? '' : '按法律规定，这一次没有先问您同不同意。';
  return `我们把您的事转给了${recipient}。转过去的只有：${whatWent}。${unasked}`;
}

const movedWords: Record<ReferralMove, string> = {
  received: '收到了我们转去的您的事。',
  answered: '答复我们了。想知道怎么答复的，可以在这里问。',
  returned: '把您的事退回来了，没有接手。还是由我们来办。',
};

export const movedForHer = (recipient: string, to: ReferralMove): string =>
  `${recipient}${movedWords[to]}`;
