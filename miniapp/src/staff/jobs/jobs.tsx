import { View } from '@tarojs/components';
import { ListHead } from '@/features/edit/list-head';
import { goTo } from '@/platform/navigate';
import { JobList } from './job-list';

const editor = '/staff/job/index';

export function Jobs() {
  return (
    <View className="stack">
      <ListHead
        title="妈妈岗"
        words="您这一片的岗位，最近写的在前面。"
        button="新建岗位"
        onNew={() => goTo(editor)}
      />
      <JobList empty="您这一片还没有岗位。" />
    </View>
  );
}
