import { Text } from '@tarojs/components';
import type { BookingState, MyBooking } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Result } from '@/components/result';
import { shiftInWords } from '@/features/job/job-words';
import { goInstead } from '@/platform/navigate';

interface Props {
  booking: MyBooking;
  onBack: () => void;
}

const titles: Record<BookingState, string> = { booked: '约上了', cancelled: '取消了' };

const comesNext: Record<BookingState, string> = {
  booked: '到时候直接去上班就行。去不了请早点取消，让给别的姐妹。',
  cancelled: '位置让出来了。还想去，可以再约一次。',
};

const factsOf = (booking: MyBooking) => [
  { name: '岗位', words: booking.jobTitle },
  { name: '班次', words: shiftInWords(booking) },
  { name: '地点', words: booking.place },
];

/** How it ended and what comes next. */
export const Outcome = ({ booking, onBack }: Props) => (
  <>
    <Result kind="done" title={titles[booking.state]}>
      <Text>{comesNext[booking.state]}</Text>
      {booking.state === 'booked' && <Facts facts={factsOf(booking)} />}
    </Result>
    <Button onTap={onBack}>回到这个岗位</Button>
    <Button look="second" onTap={() => goInstead('/women/bookings/index')}>
      看我的预约
    </Button>
  </>
);
