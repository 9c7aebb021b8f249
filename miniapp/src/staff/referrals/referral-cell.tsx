import {
  dayInWords,
  dayOf,
  daysBetween,
  readRfc3339,
  recipientInWords,
  referralStateLabels,
  type ReferralRow,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { goTo } from '@/platform/navigate';

const waits = ({ state }: ReferralRow): boolean => state === 'sent' || state === 'received';

const dueInWords = (dueDay: string): string => {
  const left = daysBetween(dayOf(Date.now()), dueDay);
  return left < 0 ? `超过 ${-left} 天没答复` : `${dayInWords(dueDay)}前该答复`;
};

/** To whom, when, and how it stands. */
export function ReferralCell({ slip }: { slip: ReferralRow }) {
  const { id, recipient, recipientName, sentAt, dueDay, state } = slip;
  return (
    <Cell
      title={recipientInWords(recipient, recipientName ?? '已销毁')}
      facts={[
        `${dayInWords(dayOf(readRfc3339(sentAt) ?? 0))}转出`,
        ...(waits(slip) ? [dueInWords(dueDay)] : []),
      ]}
      value={referralStateLabels[state]}
      onTap={() => goTo('/staff/referral/index', { id })}
    />
  );
}
