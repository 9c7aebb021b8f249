import { activityEndpoints } from '@niangjia/shared';
import { EditorPage } from '@/features/edit/editor-page';
import { useQuery } from '@/platform/use-query';
import { EditActivity } from './edit-activity';

const useDeskActivity = (id: string | undefined) =>
  useQuery(activityEndpoints.deskOne, id ? { params: { id } } : undefined);

export default function ActivityPage() {
  return (
    <EditorPage
      useOne={useDeskActivity}
      title="活动"
      action="activity.edit"
      notHers="您现在没有办活动的任职。有了任职，就能在这里新建。"
    >
      {(editing) => <EditActivity {...editing} />}
    </EditorPage>
  );
}
