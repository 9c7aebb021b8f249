import { Text, View } from '@tarojs/components';
import { jobEndpoints, jobStateLabels, type DeskJob } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { PageState } from '@/components/page-state';
import { ListHead } from '@/features/edit/list-head';
import { payInWords, shiftInWords } from '@/features/job/job-words';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

const editor = '/staff/job/index';

export function Jobs() {
  const jobs = useList(jobEndpoints.deskList, {});
  useReturned(jobs.again);
  return (
    <View className="stack">
      <ListHead
        title="妈妈岗"
        words="您这一片的岗位，最近写的在前面。"
        button="新建岗位"
        onNew={() => goTo(editor)}
      />
      <PageState
        query={jobs}
        isEmpty={(items) => items.length === 0}
        empty={<Text>您这一片还没有岗位。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((job) => (
              <JobCell key={job.id} job={job} />
            ))}
          </View>
        )}
      </PageState>
      {jobs.more && (
        <Button look="second" onTap={jobs.more}>
          再看 20 个
        </Button>
      )}
    </View>
  );
}

function nextShift({ shifts: [next] }: DeskJob): string {
  if (!next) return '没有后面的班次';
  const { places, placesLeft } = next;
  return `下一班 ${shiftInWords(next)}，${places} 个人约了 ${places - placesLeft} 个`;
}

function JobCell({ job }: { job: DeskJob }) {
  const { id, title, employerName, federationName, state } = job;
  const facts = [
    `${jobStateLabels[state]} · ${payInWords(job)}`,
    ...(state === 'published' ? [nextShift(job)] : []),
    employerName,
    federationName,
  ];
  return <Cell title={title} facts={facts} onTap={() => goTo(editor, { id })} />;
}
