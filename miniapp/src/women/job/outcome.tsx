import { Text } from '@tarojs/components';
import type { BookingState, MyBooking } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Result } from '@/components/result';
import { goInstead } from '@/platform/navigate';
import { ShiftFacts } from './shift-facts';

interface Props {
  booking: MyBooking;
  onBack: () => void;
}

const titles: Record<BookingState, string> = { booked: '约上了', cancelled: '取消了' };

const comesNext: Record<BookingState, string> = {
  booked: '到时候直接去上班就行。去不了请早点取消，让给别的姐妹。',
  cancelled: '位置让出来了。还想去，可以再约一次。',
};

/** How it ended and what comes next. */
export const Outcome = ({ booking, onBack }: Props) => (
  <>
    <Result kind="done" title={titles[booking.state]}>
      <Text>{comesNext[booking.state]}</Text>
      {booking.state === 'booked' && (
        <ShiftFacts title={booking.jobTitle} place={booking.place} shift={booking} />
      )}
    </Result>
    <Button onTap={onBack}>回到这个岗位</Button>
    <Button look="second" onTap={() => goInstead('/women/bookings/index')}>
      看我的预约
    </Button>
  </>
);
