import { jobEndpoints } from '@niangjia/shared';
import { EditorPage } from '@/features/edit/editor-page';
import { useQuery } from '@/platform/use-query';
import { EditJob } from './edit-job';

const useDeskJob = (id: string | undefined) =>
  useQuery(jobEndpoints.deskOne, id ? { params: { id } } : undefined);

export default function JobPage() {
  return (
    <EditorPage
      useOne={useDeskJob}
      title="妈妈岗"
      action="job.edit"
      notHers="您现在没有管岗位的任职。有了任职，就能在这里新建。"
    >
      {(editing) => <EditJob {...editing} />}
    </EditorPage>
  );
}
