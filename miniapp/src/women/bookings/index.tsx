import { bookingEndpoints, bookingStateLabels, type MyBooking } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { shiftInWords } from '@/features/job/job-words';
import { goTo, goToTab } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

export default function BookingsPage() {
  return (
    <Screen>
      <Heading level={1}>我的预约</Heading>
      <Hers>
        <Bookings />
      </Hers>
    </Screen>
  );
}

function Bookings() {
  const mine = useList(bookingEndpoints.mine, {});
  useReturned(mine.again);
  return (
    <>
      <PageState query={mine} isEmpty={(all) => all.length === 0} empty={<None />}>
        {(all) =>
          all.map((one) => (
            <Cell
              key={one.id}
              title={one.jobTitle}
              facts={factsOf(one)}
              onTap={() => goTo('/women/job/index', { id: one.jobId })}
            />
          ))
        }
      </PageState>
      <More of={mine} />
    </>
  );
}

const factsOf = (one: MyBooking): string[] => [
  bookingStateLabels[one.state],
  shiftInWords(one),
  `${one.employerName}，${one.place}`,
  ...(one.cancelReason ? [`取消了：${one.cancelReason}`] : []),
];

const None = () => (
  <Note title="还没有约过班次。去看看妈妈岗。">
    <Button look="second" onTap={() => goToTab('/pages/jobs/index')}>
      看妈妈岗
    </Button>
  </Note>
);
