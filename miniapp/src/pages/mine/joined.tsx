import { View } from '@tarojs/components';
import { notificationEndpoints } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';

const ways = [
  { title: '我的报名', facts: ['活动、排队'], page: '/women/registrations/index' },
  { title: '我的预约', facts: ['妈妈岗的班次'], page: '/women/bookings/index' },
  { title: '收进的事', facts: ['看办到哪一步'], page: '/women/kept/index' },
  { title: '联系我的执委', facts: ['看记着什么，结束联系'], page: '/women/links/index' },
];

/** What she joined, and what is new about it. */
export function Joined() {
  const inbox = useQuery(notificationEndpoints.inbox, { query: { limit: 1 } });
  useReturned(inbox.again);
  const unread = inbox.data?.unread ?? 0;
  return (
    <View className="stack">
      <Cell
        title="消息"
        value={unread > 0 ? `${unread} 条未读` : undefined}
        onTap={() => goTo('/women/inbox/index')}
      />
      {ways.map(({ title, facts, page }) => (
        <Cell key={page} title={title} facts={facts} onTap={() => goTo(page)} />
      ))}
    </View>
  );
}
