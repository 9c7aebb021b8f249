import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  activityEndpoints,
  registrationStateLabels,
  type DeskActivity,
  type DeskRegistration,
  type RegistrationState,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { Tag, type Tone } from '@/components/tag';
import { whenInWords } from '@/features/case-ticket/when';
import { useList } from '@/platform/use-list';

const tones: Record<RegistrationState, Tone> = {
  registered: 'ok',
  waiting: 'info',
  cancelled: 'plain',
};

/** Who registered, read only when she asks for it: every reading is logged. */
export function Registrations({ activity }: { activity: DeskActivity }) {
  const [open, setOpen] = useState(false);
  const { id, seats, seatsLeft, waiting } = activity;
  return (
    <View className="stack">
      <Heading>报名</Heading>
      <Text>{`${seats} 个名额，报了 ${seats - seatsLeft} 个，候补 ${waiting} 个。`}</Text>
      <Text className="note">名单打开一次就记一次：谁看的、什么时候看的。</Text>
      {open ? (
        <Names id={id} />
      ) : (
        <Button look="second" onTap={() => setOpen(true)}>
          看报名名单
        </Button>
      )}
    </View>
  );
}

function Names({ id }: { id: string }) {
  const registrations = useList(activityEndpoints.registrations, { params: { id } });
  return (
    <View className="stack">
      <PageState
        query={registrations}
        isEmpty={(items) => items.length === 0}
        empty={<Text>还没有人报名。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((registration) => (
              <Name key={registration.id} registration={registration} />
            ))}
          </View>
        )}
      </PageState>
      {registrations.more && (
        <Button look="second" onTap={registrations.more}>
          再看 20 个
        </Button>
      )}
    </View>
  );
}

function Name({ registration }: { registration: DeskRegistration }) {
  const { name, seats, state, registeredAt } = registration;
  return (
    <View className="roster-row">
      <Text className="roster-row__name selectable">{name}</Text>
      <Tag tone={tones[state]}>{registrationStateLabels[state]}</Tag>
      <Text className="note">{`${seats} 个名额 · ${whenInWords(registeredAt)}报的`}</Text>
    </View>
  );
}
