import { womensHomeEndpoints } from '@niangjia/shared';
import { EditorPage } from '@/features/edit/editor-page';
import { useQuery } from '@/platform/use-query';
import { EditHome } from './edit-home';

const useDeskHome = (id: string | undefined) =>
  useQuery(womensHomeEndpoints.deskOne, id ? { params: { id } } : undefined);

export default function WomensHomePage() {
  return (
    <EditorPage
      useOne={useDeskHome}
      title="妇女之家"
      action="womens_home.edit"
      notHers="从“妇女之家”里选一个来改。"
    >
      {({ newest, ...editing }) => newest && <EditHome newest={newest} {...editing} />}
    </EditorPage>
  );
}
