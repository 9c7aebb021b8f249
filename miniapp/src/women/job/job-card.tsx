import { Text, View } from '@tarojs/components';
import { contractKindLabels, jobStateLabels, refusals, type Job } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Listen } from '@/components/listen';
import { Note } from '@/components/note';
import { Tag } from '@/components/tag';
import { payInWords } from '@/features/job/job-words';
import { CallAndRoute } from '@/features/womens-home/call-and-route';
import type { Bookable } from './bookable';
import { Shifts } from './shifts';

const factsOf = (job: Job) => [
  { name: '工钱', words: payInWords(job) },
  { name: '怎么灵活', words: job.flexibility },
  { name: '用工单位', words: job.employerName },
  { name: '地点', words: job.place },
  { name: '谁在管', words: job.federationName },
];

export function JobCard(bookable: Bookable) {
  const { job } = bookable;
  const { title, text, place, point, state, contractKind } = job;
  const takesPeople = state === 'published';
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <View className="tags">
        <Tag tone={takesPeople ? 'ok' : 'plain'}>{jobStateLabels[state]}</Tag>
        <Tag>{contractKindLabels[contractKind]}</Tag>
      </View>
      {!takesPeople && <Note tone="warn" title={refusals.job_closed.message} />}
      <Card>
        <Facts facts={factsOf(job)} />
        <CallAndRoute home={{ name: job.employerName, address: place, point, phone: null }} />
      </Card>
      <Shifts {...bookable} />
      <Card>
        <Heading>做些什么</Heading>
        <Text className="written selectable">{text}</Text>
        <Listen text={[title, payInWords(job), job.place, text].join('。')} about={title} />
      </Card>
    </>
  );
}
