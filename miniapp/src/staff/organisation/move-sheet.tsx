import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  dayOf,
  organisationEndpoints,
  organisationLimits,
  type OrganisationFile,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { whyNotLength } from '@/features/edit/faults';
import { readTypedDay } from '@/features/edit/typed';
import { useRefused } from '@/features/edit/use-saving';
import { fieldsOf, isOvertaken } from '@/platform/refused';
import { useSend } from '@/platform/use-send';
import { ParentChooser, type Step } from './parent-chooser';

interface Props {
  file: OrganisationFile;
  /** The tops of the branches in which she may move something. */
  tops: readonly Step[];
  onDone: () => void;
  /** Somebody else was faster. */
  onOvertaken: () => void;
  onClose: () => void;
}

/** Puts it below another federation, with everything that lies in its branch. */
export function MoveSheet({ file, tops, onDone, onOvertaken, onClose }: Props) {
  const { send, busy, fault } = useSend(organisationEndpoints.move);
  useRefused(fault, (refused) => isOvertaken(refused) && onOvertaken());
  const [way, setWay] = useState<readonly Step[]>(tops.slice(0, 1));
  const [typed, setTyped] = useState({ day: dayOf(Date.now()), reason: '' });
  const [tried, setTried] = useState(false);
  const to = way[way.length - 1];
  const movedOn = readTypedDay(typed.day);
  const reasonFault = whyNotLength(typed.reason.trim(), organisationLimits.reasonChars, '原因');
  const refused = fieldsOf(fault);
  const move = async () => {
    setTried(true);
    if (!to || !movedOn || reasonFault) return;
    const body = { toParentId: to.id, movedOn, reason: typed.reason.trim() };
    if (await send({ params: { id: file.id }, body })) onDone();
  };
  return (
    <Sheet title="换上级" onClose={onClose}>
      <Text>{`${file.name}和它下面的都跟着走，编号不变。`}</Text>
      {tops.length > 1 && (
        <Choice
          label="从哪里找"
          look="rows"
          options={tops.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={way[0]?.id}
          onChoose={(id) => setWay(tops.filter((top) => top.id === id))}
        />
      )}
      <Text className="fact">{`移到：${way.map(({ name }) => name).join(' › ')}`}</Text>
      {way.length > 1 && (
        <Button look="text" onTap={() => setWay(way.slice(0, -1))}>
          退回上一级
        </Button>
      )}
      {to && <ParentChooser at={to} without={file.id} onGo={(step) => setWay([...way, step])} />}
      <Field
        label="哪一天移的"
        hint="比如：2026-3-8"
        initial={typed.day}
        error={tried && !movedOn ? '写一个日期，比如 2026-3-8。' : refused.movedOn}
        onText={(day) => setTyped({ ...typed, day })}
      />
      <Field
        label="为什么移"
        hint="比如：区划调整"
        max={organisationLimits.reasonChars.max}
        error={(tried && reasonFault) || refused.reason}
        onText={(reason) => setTyped({ ...typed, reason })}
      />
      <FaultNote fault={fault} />
      <Button busy={busy} onTap={() => void move()}>
        {to ? `移到${to.name}` : '移过去'}
      </Button>
    </Sheet>
  );
}
