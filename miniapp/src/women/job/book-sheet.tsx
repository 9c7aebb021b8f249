import { useState } from 'react';
import { Text } from '@tarojs/components';
import { bookingEndpoints, carePurpose, type Shift } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Sheet } from '@/components/sheet';
import { SendFault } from '@/features/case-ticket/send-fault';
import { ResumedNote } from '@/features/edit/resumed-note';
import { useTyping } from '@/features/edit/use-typing';
import { isOverBy } from '@/features/job/job-words';
import { useSend } from '@/platform/use-send';
import { bodyOf, nothingSaid, whyNotSend } from './booking-form';
import { Sharing } from './sharing';
import { ShiftFacts } from './shift-facts';
import type { OverShift } from './bookable';

const answers = [
  { value: 'yes', label: '要' },
  { value: 'no', label: '不用' },
  { value: 'unsaid', label: '不想说' },
] as const;

type Props = OverShift & { shift: Shift; onStartOver: () => void };

/** What she says of herself is hers to say: no answer is needed to book. */
export function BookSheet({ job, shift, pickUp, needAccount, ...rest }: Props) {
  const { onOutcome, onStale, onClose, onStartOver } = rest;
  const { send, busy, fault } = useSend(bookingEndpoints.book);
  const typing = useTyping(`booking:${shift.id}`, undefined, () => nothingSaid);
  const { typed: form, type: put, resumed, done } = typing;
  const [errors, setErrors] = useState<ReturnType<typeof whyNotSend>>({});
  const late = pickUp !== undefined && !isOverBy(shift, pickUp);

  const book = async () => {
    const wrong = whyNotSend(form);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const booking = await send({ params: { id: shift.id }, body: bodyOf(form) });
    if (!booking) return onStale();
    done();
    onOutcome(booking);
  };
  const startOver = () => {
    done();
    onStartOver();
  };
  return (
    <Sheet title="预约这个班次" onClose={onClose}>
      {resumed && <ResumedNote onStartOver={startOver} />}
      <ShiftFacts title={job.title} place={job.place} shift={shift} />
      {late && <Text className="fact">{`这一班 ${pickUp} 还没下班。`}</Text>}
      <Choice
        label="您要照顾 12 岁以下的孩子吗？"
        hint={carePurpose}
        options={answers}
        chosen={form.care}
        onChoose={(care) => put({ care })}
      />
      <Sharing form={form} errors={errors} onChange={put} />
      <SendFault fault={fault} />
      <Button busy={busy} onTap={() => needAccount(() => void book())}>
        预约
      </Button>
    </Sheet>
  );
}
