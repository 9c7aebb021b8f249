import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { dayInWords } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { useNeedAccount } from '@/features/account/need-account';
import { byDay, fullnessInWords, liveBookingOf } from '@/features/job/job-words';
import { BookSheet } from './book-sheet';
import type { Bookable } from './bookable';
import { CancelSheet } from './cancel-sheet';
import { ShiftRow } from './shift-row';

const daysAtFirst = 7;

/** Coming shifts, day by day. A tap on one books it, a tap on hers gives it back. */
export function Shifts(bookable: Bookable) {
  const { job, pickUp } = bookable;
  const { needAccount, signIn } = useNeedAccount();
  const [openId, setOpenId] = useState<string>();
  const [all, setAll] = useState(false);
  const [round, setRound] = useState(0);
  const days = byDay(job.shifts);
  const full = fullnessInWords(job);
  const shown = all ? days : days.slice(0, daysAtFirst);
  const open = job.shifts.find(({ id }) => id === openId);
  const mine = open && liveBookingOf(open);
  const close = () => setOpenId(undefined);
  const common = { ...bookable, needAccount, onClose: close };

  return (
    <View className="stack">
      <Heading>选班次</Heading>
      {job.state === 'published' && full && <Note title={`${full}。`} />}
      {shown.map(([day, shifts]) => (
        <View key={day} className="stack">
          <Text className="strong">{dayInWords(day)}</Text>
          {shifts.map((shift) => (
            <ShiftRow
              key={shift.id}
              job={job}
              shift={shift}
              pickUp={pickUp}
              onTap={() => needAccount(() => setOpenId(shift.id))}
            />
          ))}
        </View>
      ))}
      {shown.length < days.length && (
        <Button look="second" onTap={() => setAll(true)}>
          {`再看 ${days.length - shown.length} 天`}
        </Button>
      )}
      {open && !mine && (
        <BookSheet key={round} {...common} shift={open} onStartOver={() => setRound(round + 1)} />
      )}
      {mine && <CancelSheet {...common} mine={mine} />}
      {signIn}
    </View>
  );
}
