import { useState } from 'react';
import { Text } from '@tarojs/components';
import { registrationEndpoints, registrationLimits, type Activity } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Facts } from '@/components/facts';
import { Sheet } from '@/components/sheet';
import type { NeedAccount } from '@/features/account/need-account';
import { hasRoom, whenItIs } from '@/features/activity/activity-words';
import { SendFault } from '@/features/case-ticket/send-fault';
import { useSend } from '@/platform/use-send';
import type { Registrable } from './registrable';

const { min, max } = registrationLimits.seats;
const numbers = Array.from({ length: max - min + 1 }, (_, n) => String(min + n));
const options = numbers.map((value) => ({
  value,
  label: value === '1' ? '就我一个' : `一共 ${value} 人`,
}));

const factsOf = (activity: Activity) => [
  { name: '活动', words: activity.title },
  { name: '时间', words: whenItIs(activity) },
  { name: '地点', words: activity.place },
];

interface Props extends Registrable {
  needAccount: NeedAccount['needAccount'];
  onClose: () => void;
}

/** What she is about to do, once more, and how many come. */
export function RegisterSheet({ activity, needAccount, onClose, onOutcome, onStale }: Props) {
  const { send, busy, fault } = useSend(registrationEndpoints.register);
  const [seats, setSeats] = useState('1');
  const room = hasRoom(activity, Number(seats));
  const register = async () => {
    const mine = await send({ params: { id: activity.id }, body: { seats: Number(seats) } });
    if (mine) onOutcome(mine);
    else onStale();
  };
  return (
    <Sheet title={room ? '报名' : '排队等候'} onClose={onClose}>
      <Facts facts={factsOf(activity)} />
      <Choice label="几个人来？" options={options} chosen={seats} onChoose={setSeats} />
      {!room && <Text className="fact">名额不够了。有人退出就轮到您，会在“我的”里告诉您。</Text>}
      <SendFault fault={fault} />
      <Button busy={busy} onTap={() => needAccount(() => void register())}>
        {room ? '报名' : '排队'}
      </Button>
    </Sheet>
  );
}
