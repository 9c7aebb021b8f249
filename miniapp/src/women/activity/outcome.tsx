import { Text } from '@tarojs/components';
import {
  momentInWords,
  readRfc3339,
  type MyRegistration,
  type RegistrationState,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Result } from '@/components/result';
import { placeInQueue } from '@/features/activity/registration-words';
import { goInstead } from '@/platform/navigate';

interface Props {
  registration: MyRegistration;
  onBack: () => void;
}

const titles: Record<RegistrationState, string> = {
  registered: '报上名了',
  waiting: '排上队了',
  cancelled: '取消了',
};

const comesNext = (mine: MyRegistration): string =>
  ({
    registered: '到时候直接来就行。来不了请早点取消，让给别的姐妹。',
    waiting: placeInQueue(mine, Date.now()),
    cancelled: '还想来，可以再报一次。',
  })[mine.state];

const factsOf = ({ activityTitle, startsAt, place, seats }: MyRegistration) => [
  { name: '活动', words: activityTitle },
  { name: '时间', words: momentInWords(readRfc3339(startsAt) ?? 0) },
  { name: '地点', words: place },
  { name: '名额', words: `${seats} 个` },
];

/** How it ended and what comes next. */
export function Outcome({ registration, onBack }: Props) {
  const { state } = registration;
  return (
    <>
      <Result kind={state === 'waiting' ? 'waiting' : 'done'} title={titles[state]}>
        <Text>{comesNext(registration)}</Text>
        {state !== 'cancelled' && <Facts facts={factsOf(registration)} />}
      </Result>
      <Button onTap={onBack}>回到这个活动</Button>
      <Button look="second" onTap={() => goInstead('/women/registrations/index')}>
        看我的报名
      </Button>
    </>
  );
}
