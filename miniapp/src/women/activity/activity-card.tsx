import { Text, View } from '@tarojs/components';
import { momentInWords, readRfc3339, type Activity } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Listen } from '@/components/listen';
import { Note } from '@/components/note';
import { Tag } from '@/components/tag';
import { liveOf, queueInWords, standing, whenItIs } from '@/features/activity/activity-words';
import { CallAndRoute } from '@/features/womens-home/call-and-route';
import type { Registrable } from './registrable';
import { Registered } from './registered';
import { Registering } from './registering';

const until = (moment: string): string => momentInWords(readRfc3339(moment) ?? 0);

const factsOf = (activity: Activity) => [
  { name: '时间', words: whenItIs(activity) },
  { name: '地点', words: activity.place },
  { name: '谁来办', words: activity.federationName },
  ...(activity.phone === null ? [] : [{ name: '电话', words: activity.phone }]),
  ...(activity.state === 'cancelled' ? [] : howToJoin(activity)),
];

const howToJoin = (activity: Activity) => [
  { name: '名额', words: seatsInWords(activity) },
  { name: '报名到', words: until(activity.registrationClosesAt) },
];

function seatsInWords({ seats, seatsLeft, waiting }: Activity): string {
  if (seatsLeft === 0) return `一共 ${seats} 个，报满了，${queueInWords({ waiting })}`;
  const queue = waiting > 0 ? `，${waiting} 位要的名额多，在候补` : '';
  return `一共 ${seats} 个，还有 ${seatsLeft} 个${queue}`;
}

export function ActivityCard(registrable: Registrable) {
  const { activity } = registrable;
  const { title, text, place, point, phone, state, cancelReason } = activity;
  const { tone, words } = standing(activity, Date.now());
  const mine = liveOf(activity);
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <View className="tags">
        <Tag tone={tone}>{words}</Tag>
      </View>
      {state === 'cancelled' && (
        <Note tone="warn" title="这个活动取消了。">
          {cancelReason && <Text>{cancelReason}</Text>}
        </Note>
      )}
      {mine ? <Registered {...registrable} mine={mine} /> : <Registering {...registrable} />}
      <Card>
        <Facts facts={factsOf(activity)} />
        <CallAndRoute home={{ name: title, address: place, point, phone }} />
      </Card>
      <Card>
        <Heading>做些什么</Heading>
        <Text className="written selectable">{text}</Text>
        <Listen text={[title, whenItIs(activity), place, text].join('。')} about={title} />
      </Card>
    </>
  );
}
