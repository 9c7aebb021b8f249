import { Text } from '@tarojs/components';
import {
  activityEndpoints,
  registrationStateLabels,
  type DeskActivity,
  type DeskRegistration,
  type RegistrationState,
} from '@niangjia/shared';
import { Tag, type Tone } from '@/components/tag';
import { whenInWords } from '@/features/case-ticket/when';
import { Roster } from '@/features/edit/roster';
import { useList } from '@/platform/use-list';

const tones: Record<RegistrationState, Tone> = {
  registered: 'ok',
  waiting: 'info',
  cancelled: 'plain',
};

export function Registrations({ activity }: { activity: DeskActivity }) {
  const { id, seats, seatsLeft, waiting } = activity;
  return (
    <Roster
      title="报名"
      words={`${seats} 个名额，报了 ${seats - seatsLeft} 个，${waiting} 位在候补。`}
      button="看报名名单"
      empty="还没有人报名。"
      useRows={() => useList(activityEndpoints.registrations, { params: { id } })}
    >
      {(registration) => <Registration registration={registration} />}
    </Roster>
  );
}

function Registration({ registration }: { registration: DeskRegistration }) {
  const { name, seats, state, registeredAt } = registration;
  return (
    <>
      <Text className="roster__name selectable">{name}</Text>
      <Tag tone={tones[state]}>{registrationStateLabels[state]}</Tag>
      <Text className="note">{`${seats} 个名额 · ${whenInWords(registeredAt)}报的`}</Text>
    </>
  );
}
