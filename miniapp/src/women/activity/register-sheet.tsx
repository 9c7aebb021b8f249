import { Text } from '@tarojs/components';
import {
  hasRoom,
  refusals,
  registrationEndpoints,
  registrationLimits,
  type Activity,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Facts } from '@/components/facts';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import type { NeedAccount } from '@/features/account/need-account';
import { queueInWords, whenItIs, whyNotAsk } from '@/features/activity/activity-words';
import { whileItLasts } from '@/features/activity/registration-words';
import { SendFault } from '@/features/case-ticket/send-fault';
import { ResumedNote } from '@/features/edit/resumed-note';
import { useTyping } from '@/features/edit/use-typing';
import { useSend } from '@/platform/use-send';
import type { Registrable } from './registrable';

const { min, max } = registrationLimits.seats;
const calledAsMax = registrationLimits.calledAsChars.max;
const numbers = Array.from({ length: max - min + 1 }, (_, n) => String(min + n));
const options = numbers.map((value) => ({
  value,
  label: value === '1' ? '就我一个' : `一共 ${value} 人`,
}));
const optionsOf = ({ seats }: Activity) => options.filter(({ value }) => Number(value) <= seats);

const factsOf = (activity: Activity) => [
  { name: '活动', words: activity.title },
  { name: '时间', words: whenItIs(activity) },
  { name: '地点', words: activity.place },
];

const nothingTyped = () => ({ seats: '1', calledAs: '' });

const bodyOf = (seats: number, calledAs: string) => ({
  seats,
  ...(calledAs.trim() && { calledAs: calledAs.trim() }),
});

/** `还有 1 个名额，您要 3 个，还差 2 个。…` */
function whatToWaitFor({ seatsLeft, waiting, cancellableUntil }: Activity, asked: number): string {
  const short =
    seatsLeft > 0
      ? `还有 ${seatsLeft} 个名额，您要 ${asked} 个，还差 ${asked - seatsLeft} 个。`
      : `名额报满了，${queueInWords({ waiting })}。`;
  return `${short}${whileItLasts(cancellableUntil)}`;
}

const whoSeesIt = ({ federationName }: Activity): string =>
  `${federationName}和上级妇联办活动的人能看到您的称呼、名额和报名时间，别人看不到。不填就用您账号的名字。`;

interface Props extends Registrable {
  needAccount: NeedAccount['needAccount'];
  onClose: () => void;
  onStartOver: () => void;
}

/** What she is about to do, once more, and how many come. */
export function RegisterSheet({ activity, needAccount, onClose, onStartOver, ...heard }: Props) {
  const { send, busy, fault } = useSend(registrationEndpoints.register);
  const typing = useTyping(`registration:${activity.id}`, undefined, nothingTyped);
  const { typed, type, resumed, done } = typing;
  const { seats, calledAs } = typed;
  const asked = Number(seats);
  const room = hasRoom(activity, asked);
  const why = whyNotAsk(activity, asked, Date.now());
  const register = async () => {
    const mine = await send({ params: { id: activity.id }, body: bodyOf(asked, calledAs) });
    if (!mine) return heard.onStale();
    done();
    heard.onOutcome(mine);
  };
  const startOver = () => {
    done();
    onStartOver();
  };
  return (
    <Sheet title={room ? '报名' : '排队等候'} onClose={onClose}>
      {resumed && <ResumedNote onStartOver={startOver} />}
      <Facts facts={factsOf(activity)} />
      <Choice
        label="几个人来？"
        options={optionsOf(activity)}
        chosen={seats}
        onChoose={(chosen) => type({ seats: chosen })}
      />
      {!room && !why && <Text className="fact">{whatToWaitFor(activity, asked)}</Text>}
      <Field
        label="怎么称呼您"
        hint={whoSeesIt(activity)}
        optional
        max={calledAsMax}
        initial={calledAs}
        onText={(words) => type({ calledAs: words })}
      />
      <SendFault fault={fault} />
      <Button
        busy={busy}
        whyNot={why && refusals[why].message}
        onTap={() => needAccount(() => void register())}
      >
        {room ? '报名' : '排队'}
      </Button>
    </Sheet>
  );
}
