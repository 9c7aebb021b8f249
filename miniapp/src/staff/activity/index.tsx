import { useState } from 'react';
import { Text } from '@tarojs/components';
import { activityEndpoints, type DeskActivity } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { newestOf } from '@/features/edit/newest';
import { useOwners } from '@/features/edit/use-owners';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { EditActivity, type EditProps } from './edit-activity';
import { newActivity, typedOf } from './typed-activity';

export default function ActivityPage() {
  const { id } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>{id ? <OneActivity id={id} /> : <NewActivity />}</SignedIn>
    </Screen>
  );
}

function useDeskActivity(id?: string) {
  const [learnt, learn] = useState<DeskActivity>();
  const known = id ?? learnt?.id;
  const read = useQuery(activityEndpoints.deskOne, known ? { params: { id: known } } : undefined);
  return { ...newestOf(read, learnt), learn };
}

function OneActivity({ id }: { id: string }) {
  const { learn, ...activity } = useDeskActivity(id);
  useReturned(() => activity.fault && activity.again());

  return (
    <PageState query={activity}>
      {(newest) => (
        <Editing
          owners={[newest]}
          initial={typedOf(newest)}
          newest={newest}
          onLearn={learn}
          onConflict={activity.again}
        />
      )}
    </PageState>
  );
}

function NewActivity() {
  const owners = useOwners('activity.edit');
  const { data, learn, again } = useDeskActivity();

  return (
    <PageState
      query={owners}
      isEmpty={([first]) => !first}
      empty={<Text>您现在没有办活动的任职。有了任职，就能在这里新建。</Text>}
    >
      {(all) => (
        <Editing
          owners={all}
          initial={data ? typedOf(data) : newActivity(all[0]?.federationId ?? '')}
          newest={data}
          onLearn={learn}
          onConflict={again}
        />
      )}
    </PageState>
  );
}

/** The editor, begun anew with the newest whenever she takes it over her own. */
function Editing(props: Omit<EditProps, 'onStartOver'>) {
  const [round, setRound] = useState(0);
  return <EditActivity key={round} {...props} onStartOver={() => setRound(round + 1)} />;
}
