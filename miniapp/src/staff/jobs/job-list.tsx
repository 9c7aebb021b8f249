import { Text, View } from '@tarojs/components';
import { jobEndpoints, jobStateLabels, type DeskJob } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { payInWords, shiftInWords } from '@/features/job/job-words';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

/** The posts that are hers to see, each a way to a page of its own. */
export function JobList({ empty }: { empty: string }) {
  const jobs = useList(jobEndpoints.deskList, {});
  useReturned(jobs.again);
  return (
    <>
      <PageState query={jobs} isEmpty={(items) => items.length === 0} empty={<Text>{empty}</Text>}>
        {(items) => (
          <View className="desk-list">
            {items.map((job) => (
              <JobCell key={job.id} job={job} />
            ))}
          </View>
        )}
      </PageState>
      <More of={jobs} />
    </>
  );
}

function nextShift({ shifts: [next] }: DeskJob): string {
  if (!next) return '没有后面的班次';
  const { places, placesLeft } = next;
  return `下一班 ${shiftInWords(next)}，${places} 个人约了 ${places - placesLeft} 个`;
}

/** What she may not write is her own unit's: to see who comes. */
const pageOf = ({ mayEdit }: DeskJob): string =>
  mayEdit ? '/staff/job/index' : '/staff/job-bookings/index';

function JobCell({ job }: { job: DeskJob }) {
  const { id, title, employerName, federationName, state } = job;
  const facts = [
    `${jobStateLabels[state]} · ${payInWords(job)}`,
    ...(state === 'published' ? [nextShift(job)] : []),
    employerName,
    federationName,
  ];
  return <Cell title={title} facts={facts} onTap={() => goTo(pageOf(job), { id })} />;
}
