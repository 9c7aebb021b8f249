import { useState } from 'react';
import { bookingEndpoints, bookingStateLabels, type MyBooking } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { useNeedAccount } from '@/features/account/need-account';
import { isLive, shiftInWords, type LiveBooking } from '@/features/job/job-words';
import { goTo, goToTab } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { CancelSheet } from '../job/cancel-sheet';
import { Outcome } from '../job/outcome';

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

const openJob = ({ jobId }: MyBooking) => goTo('/women/job/index', { id: jobId });

/** A live one is given back here: its shift may be far beyond those that its post shows. */
function Bookings() {
  const mine = useList(bookingEndpoints.mine, {});
  const { needAccount, signIn } = useNeedAccount();
  const [open, setOpen] = useState<LiveBooking>();
  const [outcome, setOutcome] = useState<MyBooking>();
  useReturned(mine.again);
  const close = () => setOpen(undefined);
  if (outcome) return <Outcome booking={outcome} onBack={() => openJob(outcome)} />;

  return (
    <>
      <PageState query={mine} isEmpty={(all) => all.length === 0} empty={<None />}>
        {(all) =>
          all.map((one) => (
            <Cell
              key={one.id}
              title={one.jobTitle}
              facts={factsOf(one)}
              onTap={() => (isLive(one) ? setOpen(one) : openJob(one))}
            />
          ))
        }
      </PageState>
      <More of={mine} />
      {open && (
        <CancelSheet
          mine={open}
          needAccount={needAccount}
          onOutcome={setOutcome}
          onStale={mine.again}
          onClose={close}
        >
          <Button look="second" onTap={() => openJob(open)}>
            看这个岗位
          </Button>
        </CancelSheet>
      )}
      {signIn}
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
