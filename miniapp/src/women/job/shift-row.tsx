import { Text, View } from '@tarojs/components';
import { refusals, type Job, type Shift } from '@niangjia/shared';
import { Tag } from '@/components/tag';
import { Tap } from '@/components/tap';
import {
  hoursOf,
  isOverBy,
  liveBookingOf,
  placesInWords,
  shiftInWords,
  whyNotThis,
} from '@/features/job/job-words';
import './shift-row.scss';

interface Props {
  job: Job;
  shift: Shift;
  pickUp?: string;
  onTap: () => void;
}

/** One shift: its hours, whether there is room, and why it cannot be booked. */
export function ShiftRow({ job, shift, pickUp, onTap }: Props) {
  const isHers = liveBookingOf(shift) !== undefined;
  const why = isHers ? undefined : whyNotThis(job, shift, Date.now());
  const inTime = pickUp !== undefined && isOverBy(shift, pickUp) ? '接得到孩子' : undefined;
  const whyNot = why && refusals[why].message;
  return (
    <Tap
      className={`shift ${why ? 'shift--blocked' : ''}`}
      disabled={why !== undefined}
      label={[shiftInWords(shift), placesInWords(shift), inTime, whyNot].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="shift__words">
        <Text className="strong number">{hoursOf(shift)}</Text>
        <Tag tone={isHers ? 'ok' : 'plain'}>{placesInWords(shift)}</Tag>
        {inTime && <Tag tone="info">{inTime}</Tag>}
      </View>
      {whyNot && (
        <View className="note">
          <Text>{whyNot}</Text>
        </View>
      )}
    </Tap>
  );
}
