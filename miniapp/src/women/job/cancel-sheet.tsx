import type { PropsWithChildren } from 'react';
import { Text } from '@tarojs/components';
import { bookingEndpoints, readRfc3339, refusals, whyNotCancelBooking } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { SendFault } from '@/features/case-ticket/send-fault';
import type { LiveBooking } from '@/features/job/job-words';
import { useSend } from '@/platform/use-send';
import type { OverShift } from './bookable';
import { ShiftFacts } from './shift-facts';

type Props = Pick<OverShift, 'needAccount' | 'onOutcome' | 'onStale' | 'onClose'> & {
  mine: LiveBooking;
};

/** Her booking: what the employer knows, and giving the place back. */
export function CancelSheet({
  mine,
  needAccount,
  onOutcome,
  onStale,
  onClose,
  children,
}: PropsWithChildren<Props>) {
  const { send, busy, fault } = useSend(bookingEndpoints.cancel);
  const why = whyNotCancelBooking(mine.state, readRfc3339(mine.startsAt) ?? 0, Date.now());
  const cancel = async () => {
    const cancelled = await send({ params: { id: mine.id } });
    if (cancelled) onOutcome(cancelled);
    else onStale();
  };
  return (
    <Sheet title="您约了这个班次" onClose={onClose}>
      <ShiftFacts title={mine.jobTitle} place={mine.place} shift={mine} />
      <Text className="fact">{whatTheySee(mine)}</Text>
      <SendFault fault={fault} />
      <Button
        look="danger"
        busy={busy}
        whyNot={why && refusals[why].message}
        onTap={() => needAccount(() => void cancel())}
      >
        取消预约
      </Button>
      <Button look="second" onTap={onClose}>
        先不取消
      </Button>
      {children}
    </Sheet>
  );
}

function whatTheySee({ shared, remark }: LiveBooking): string {
  if (!shared) return '用工单位只知道有人约了，不知道是您。';
  const told = remark === null ? '' : `，您捎的话“${remark}”`;
  return `用工单位能看到：${shared.name}，${shared.phone}${told}。取消了就看不到了。`;
}
