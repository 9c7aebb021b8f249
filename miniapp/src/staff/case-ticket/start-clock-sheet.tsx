import { useState } from 'react';
import {
  dayOf,
  deadlineEndpoints,
  deadlineLimits,
  deadlineRules,
  staffRuleCodes,
  type DeadlineRuleCode,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { readTypedDay, readTypedMoment, readTypedTime } from '@/features/edit/typed';
import { useSend } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import type { ClocksProps } from './clock-acts';
import type { Ask } from './question-sheet';
import { useOnConflict } from './use-ticket';

type Name = 'day' | 'time' | 'days';

const options = (running: readonly string[]) =>
  staffRuleCodes
    .filter((code) => !running.includes(code))
    .map((value) => {
      const { what, article, from } = deadlineRules[value];
      return { value, label: what, note: `${article}，从${from}算起` };
    });

/** The day; the time where hours count; the days where no law names them. */
function asksOf(rule: DeadlineRuleCode | undefined): Ask<Name>[] {
  if (!rule) return [];
  const { from, span } = deadlineRules[rule];
  return [
    {
      name: 'day',
      label: `${from}是哪一天`,
      hint: '像 2026-11-26 这样写',
      initial: dayOf(Date.now()),
      chars: { min: 1, max: 10 },
      whyNot: (typed) => (readTypedDay(typed) ? undefined : '像 2026-11-26 这样写。'),
    },
    ...(span?.unit === 'hour' ? [timeAsk] : []),
    ...(span ? [] : [daysAsk]),
  ];
}

const timeAsk: Ask<Name> = {
  name: 'time',
  label: '几点',
  hint: '像 14:30 这样写',
  chars: { min: 1, max: 5 },
  whyNot: (typed) => (readTypedTime(typed) ? undefined : '像 14:30 这样写。'),
};

const daysAsk: Ask<Name> = {
  name: 'days',
  label: '一共几天',
  kind: 'number',
  chars: { min: 1, max: 3 },
  whyNot: (typed) =>
    /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= deadlineLimits.ownDays.max
      ? undefined
      : `写 1 到 ${deadlineLimits.ownDays.max} 之间的数。`,
};

/** Starts a clock whose beginning staff learn of: the court took it up, the letter was delivered. */
export function StartClockSheet({ ticket, ...acts }: ClocksProps & { onClose: () => void }) {
  const [rule, setRule] = useState<DeadlineRuleCode>();
  const start = useSend(deadlineEndpoints.start);
  useOnConflict(start.fault, acts.onConflict);

  const confirm = async (typed: Partial<Record<Name, string>>) => {
    if (!rule) return;
    const { day = '', time = '0:00', days } = typed;
    const startedAt = readTypedMoment({ day, time }) ?? '';
    const body = { rule, startedAt, days: days ? Number(days) : undefined };
    const clocks = await start.send({ params: { id: ticket.id }, body });
    if (clocks) acts.onClocks(clocks);
  };

  return (
    <ActSheet
      title="算一个期限"
      leadsTo="知道它开始了，就记在这里，到期前会提醒您。"
      asks={asksOf(rule)}
      whyNot={() => (rule ? undefined : '选一个期限。')}
      button="开始算"
      ticket={ticket}
      send={start}
      onConfirm={(typed) => void confirm(typed)}
      onClose={acts.onClose}
    >
      <Choice
        label="哪个期限"
        look="rows"
        options={options(ticket.deadlines.map(({ rule }) => rule))}
        chosen={rule}
        onChoose={setRule}
      />
    </ActSheet>
  );
}
