import { Text, View } from '@tarojs/components';
import {
  dayInWords,
  dayOf,
  weekdayOf,
  type HoursOverride,
  type OpeningHours,
} from '@niangjia/shared';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { intervalsInWords } from '@/features/womens-home/home-words';
import { a11y } from '@/platform/a11y';
import './womens-home.scss';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

const holidays: Record<OpeningHours['onHolidays'], string> = {
  closed: '法定节假日不开门',
  as_usual: '法定节假日照常开门',
};

/** The week, what holidays change, and the days that differ from now on. */
export function Hours({ hours }: { hours: OpeningHours }) {
  const today = dayOf(Date.now());
  const coming = hours.overrides.filter(({ to }) => to >= today);
  return (
    <Card>
      <Heading>什么时候开门</Heading>
      <View {...a11y({ role: 'list' })}>
        {weekdays.map((weekday, index) => (
          <HoursRow
            key={weekday}
            day={weekday}
            words={intervalsInWords(hours.weekly[index] ?? [])}
            isToday={weekdayOf(today) === index + 1}
          />
        ))}
        {coming.map((override) => (
          <HoursRow
            key={`${override.from}${override.to}`}
            day={spanInWords(override)}
            words={`${intervalsInWords(override.intervals)}（${override.reason}）`}
          />
        ))}
      </View>
      <Text className="note">{holidays[hours.onHolidays]}</Text>
    </Card>
  );
}

interface RowProps {
  day: string;
  words: string;
  isToday?: boolean;
}

const HoursRow = ({ day, words, isToday = false }: RowProps) => (
  <View
    className={`hours-row ${isToday ? 'hours-row--today' : ''}`}
    {...a11y({ role: 'listitem' })}
  >
    <Text className="hours-row__day">{isToday ? '今天' : day}</Text>
    <Text className="number">{words}</Text>
  </View>
);

const dateInWords = (day: string): string => dayInWords(day).split(' ')[1] ?? day;

const spanInWords = ({ from, to }: HoursOverride): string =>
  from === to ? dateInWords(from) : `${dateInWords(from)} 到 ${dateInWords(to)}`;
