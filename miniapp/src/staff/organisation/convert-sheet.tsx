import { useState } from 'react';
import { Text } from '@tarojs/components';
import { dayOf, organisationEndpoints, type OrganisationFile } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { readTypedDay } from '@/features/edit/typed';
import { useRefused } from '@/features/edit/use-saving';
import { fieldsOf, isOvertaken } from '@/platform/refused';
import { useSend } from '@/platform/use-send';

interface Props {
  file: OrganisationFile;
  onDone: () => void;
  /** Somebody else was faster. */
  onOvertaken: () => void;
  onClose: () => void;
}

/** 妇委会 becomes 妇联: asked once, with the day. */
export function ConvertSheet({ file, onDone, onOvertaken, onClose }: Props) {
  const { send, busy, fault } = useSend(organisationEndpoints.convert);
  useRefused(fault, (refused) => isOvertaken(refused) && onOvertaken());
  const [day, setDay] = useState(dayOf(Date.now()));
  const [tried, setTried] = useState(false);
  const convertedOn = readTypedDay(day);
  const convert = async () => {
    setTried(true);
    if (!convertedOn) return;
    if (await send({ params: { id: file.id }, body: { convertedOn } })) onDone();
  };
  return (
    <Sheet title="改设为妇联" onClose={onClose}>
      <Text>{`${file.name}从妇委会改成妇联。成员和做过的事都不变。`}</Text>
      <Field
        label="哪一天改的"
        hint="比如：2026-3-8"
        initial={day}
        error={tried && !convertedOn ? '写一个日期，比如 2026-3-8。' : fieldsOf(fault).convertedOn}
        onText={setDay}
      />
      <FaultNote fault={fault} />
      <Button busy={busy} onTap={() => void convert()}>
        改成妇联
      </Button>
    </Sheet>
  );
}
