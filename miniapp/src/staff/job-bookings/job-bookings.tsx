import { Text, View } from '@tarojs/components';
import { jobStateLabels, type Job } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { payInWords } from '@/features/job/job-words';
import { Bookings } from '../job/bookings';

/** One post for the employer's contact: nothing to change, only who comes. */
export function JobBookings({ job }: { job: Job }) {
  const { id, title, employerName, place, state } = job;
  return (
    <View className="stack">
      <Heading level={1}>{title}</Heading>
      <Text className="fact">{`${jobStateLabels[state]} · ${payInWords(job)}`}</Text>
      <Text className="note">{`${employerName} · ${place}`}</Text>
      <Bookings jobId={id} />
      <Text className="note">要改岗位或停招，请告诉管岗位的妇联。</Text>
    </View>
  );
}
