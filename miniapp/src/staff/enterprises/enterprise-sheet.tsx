import { Text } from '@tarojs/components';
import { accountEndpoints, type Enterprise, type HeldPost } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useQuery } from '@/platform/use-query';
import { EnterpriseForm } from './enterprise-form';

interface Props {
  /** Undefined for a new one. */
  known: Enterprise | undefined;
  onSaved: () => void;
  /** Somebody else was faster. */
  onOvertaken: () => void;
  onClose: () => void;
}

const ownersAmong = (posts: readonly HeldPost[]) =>
  posts.filter(({ actions }) => actions.includes('organisation.edit'));

export function EnterpriseSheet({ known, onClose, ...heard }: Props) {
  const me = useQuery(accountEndpoints.me, known ? undefined : {});
  if (known)
    return (
      <Sheet title="改企业情况" onClose={onClose}>
        <EnterpriseForm known={known} owners={[]} {...heard} />
      </Sheet>
    );
  return (
    <Sheet title="记一家企业" onClose={onClose}>
      <PageState
        query={me}
        isEmpty={({ posts }) => ownersAmong(posts).length === 0}
        empty={<Text>您的任职不能记企业。请主席、副主席或者工作人员来记。</Text>}
      >
        {({ posts }) => <EnterpriseForm owners={ownersAmong(posts)} {...heard} />}
      </PageState>
    </Sheet>
  );
}
