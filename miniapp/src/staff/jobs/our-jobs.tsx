import { Text, View } from '@tarojs/components';
import { Heading } from '@/components/heading';
import { JobList } from './job-list';

/** For the employer's contact: the posts of her unit, to see who comes and nothing to write. */
export const OurJobs = () => (
  <View className="stack">
    <Heading>我们的岗位</Heading>
    <Text className="note">您单位的岗位，最近写的在前面。点开看谁来上班。</Text>
    <JobList empty="您单位还没有发布岗位。" />
  </View>
);
