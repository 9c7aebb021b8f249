import { Text, View } from '@tarojs/components';
import { contractKindLabels, type Job, type Shift } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Tag } from '@/components/tag';
import { Tap } from '@/components/tap';
import { distanceInWords } from '@/features/womens-home/home-words';
import { goTo } from '@/platform/navigate';
import { fullnessInWords, isOverBy, payInWords, placesInWords, shiftInWords } from './job-words';

interface Props {
  job: Job;
  /** Left out when the distance is from the middle of a town and not from her. */
  withDistance: boolean;
  /** When she has to be at the school gate, `HH:MM`: only shifts that leave time for it are shown. */
  pickUp?: string;
}

const nextShifts = 2;

/** One post in a list: what it pays, how it bends, and its next shifts. */
export function JobItem({ job, withDistance, pickUp }: Props) {
  const { id, title, employerName, place, contractKind, flexibility, distanceMetres } = job;
  const fits = job.shifts.filter((shift) => !pickUp || isOverBy(shift, pickUp));
  const shifts = [fullnessInWords(job), ...fits.slice(0, nextShifts).map(nextInWords)].filter(
    isThere,
  );
  const distance =
    withDistance && distanceMetres !== null ? distanceInWords(distanceMetres) : undefined;
  const facts = [employerName, place, flexibility];
  const tags = [contractKindLabels[contractKind], pickUp && '接得到孩子', distance].filter(isThere);
  const heard = [title, payInWords(job), ...facts, ...tags, ...shifts].join('，');
  return (
    <Card>
      <Tap
        className="item"
        role="link"
        label={heard}
        onTap={() => goTo('/women/job/index', { id, pickUp })}
      >
        <View className="strong">
          <Text>{title}</Text>
        </View>
        <View>
          <Text className="number">{payInWords(job)}</Text>
        </View>
        {facts.map((fact) => (
          <View key={fact} className="note">
            <Text>{fact}</Text>
          </View>
        ))}
        {shifts.map((words) => (
          <View key={words} className="note number">
            <Text>{words}</Text>
          </View>
        ))}
        <View className="tags">
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </View>
      </Tap>
      <Listen elderOnly text={heard} about={title} />
    </Card>
  );
}

const isThere = (words: string | undefined): words is string => Boolean(words);

const nextInWords = (shift: Shift): string => `${shiftInWords(shift)} ${placesInWords(shift)}`;
