import {
  momentInWords,
  readRfc3339,
  registrationEndpoints,
  registrationStateLabels,
  type MyRegistration,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { placeInQueue } from '@/features/activity/registration-words';
import { goTo, goToTab } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

export default function RegistrationsPage() {
  return (
    <Screen>
      <Heading level={1}>我的报名</Heading>
      <Hers>
        <Registrations />
      </Hers>
    </Screen>
  );
}

function Registrations() {
  const mine = useList(registrationEndpoints.mine, {});
  useReturned(mine.again);
  return (
    <>
      <PageState query={mine} isEmpty={(all) => all.length === 0} empty={<None />}>
        {(all) =>
          all.map((one) => (
            <Cell
              key={one.id}
              title={one.activityTitle}
              facts={factsOf(one)}
              onTap={() => goTo('/women/activity/index', { id: one.activityId })}
            />
          ))
        }
      </PageState>
      <More of={mine} />
    </>
  );
}

function factsOf(one: MyRegistration): string[] {
  const facts = [
    registrationStateLabels[one.state],
    momentInWords(readRfc3339(one.startsAt) ?? 0),
    one.place,
  ];
  if (one.cancelReason) return [...facts, `活动取消了：${one.cancelReason}`];
  return one.state === 'waiting' ? [...facts, placeInQueue(one, Date.now())] : facts;
}

const None = () => (
  <Note title="还没有报过名。去看看有什么活动。">
    <Button look="second" onTap={() => goToTab('/pages/activities/index')}>
      看活动
    </Button>
  </Note>
);
