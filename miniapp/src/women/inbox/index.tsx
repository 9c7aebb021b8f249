import {
  momentInWords,
  notificationEndpoints,
  readRfc3339,
  type Notification,
  type NotificationKind,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { useSend } from '@/platform/use-send';

const activity = '/women/activity/index';
const job = '/women/job/index';
const links = '/women/links/index';
const ticket = '/staff/case-ticket/index';

/** The page of what a message is about. */
const pageOf: Record<NotificationKind, string> = {
  registration_promoted: activity,
  activity_cancelled: activity,
  activity_changed: activity,
  job_changed: job,
  job_closed: job,
  shift_cancelled: job,
  link_handed_over: links,
  deadline_near: ticket,
  deadline_over: ticket,
  deadline_escalated: ticket,
  extension_asked: ticket,
  extension_decided: ticket,
  ticket_waits: ticket,
  ticket_given_on: ticket,
  hand_over_offered: '/staff/desk/index',
  hand_over_unanswered: ticket,
};

export default function InboxPage() {
  return (
    <Screen>
      <Heading level={1}>消息</Heading>
      <Hers>
        <Messages />
      </Hers>
    </Screen>
  );
}

/** `未读 · 周日 11月22日 上午9点` */
function whenAndWhether({ createdAt, readAt }: Notification): string {
  const when = momentInWords(readRfc3339(createdAt) ?? 0);
  return readAt === null ? `未读 · ${when}` : when;
}

function Messages() {
  const inbox = useList(notificationEndpoints.inbox, {});
  const read = useSend(notificationEndpoints.read);
  useReturned(inbox.again);
  const open = ({ id, kind, aboutId, readAt }: Notification) => {
    if (readAt === null) void read.send({ params: { id } });
    goTo(pageOf[kind], { id: aboutId });
  };
  return (
    <>
      <PageState
        query={inbox}
        isEmpty={(all) => all.length === 0}
        empty={<Note title="还没有消息。轮到您、时间有变，都会在这里说。" />}
      >
        {(all) =>
          all.map((one) => (
            <Cell
              key={one.id}
              title={one.text}
              facts={[whenAndWhether(one)]}
              onTap={() => open(one)}
            />
          ))
        }
      </PageState>
      <More of={inbox} />
    </>
  );
}
