import { Text } from '@tarojs/components';
import {
  bookingEndpoints,
  bookingStateLabels,
  type BookingState,
  type EmployersBooking,
} from '@niangjia/shared';
import { Tag, type Tone } from '@/components/tag';
import { Roster } from '@/features/edit/roster';
import { shiftInWords } from '@/features/job/job-words';
import { useList } from '@/platform/use-list';

const tones: Record<BookingState, Tone> = { booked: 'ok', cancelled: 'plain' };

/** Who comes, as the employer sees it and no more. */
export function Bookings({ jobId }: { jobId: string }) {
  return (
    <Roster
      title="预约"
      words="用工方看到的就是下面这些。名字、电话和留言，她同意了才有。"
      button="看预约名单"
      empty="还没有人预约。"
      useRows={() => useList(bookingEndpoints.employers, { params: { id: jobId } })}
    >
      {(booking) => <Booking booking={booking} />}
    </Roster>
  );
}

function Booking({ booking }: { booking: EmployersBooking }) {
  const { name, phone, remark, state } = booking;
  return (
    <>
      <Text className="roster__name selectable">{name ?? '没有写名字'}</Text>
      <Tag tone={tones[state]}>{bookingStateLabels[state]}</Tag>
      {phone && <Text className="number selectable">{phone}</Text>}
      <Text className="note">{shiftInWords(booking)}</Text>
      {remark && <Text className="roster__remark selectable">{remark}</Text>}
    </>
  );
}
