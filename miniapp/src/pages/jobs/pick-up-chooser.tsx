import { useState } from 'react';
import { minuteInWords } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Sheet } from '@/components/sheet';

interface Props {
  /** When she has to be at the school gate, `HH:MM`; undefined when she need not. */
  pickUp: string | undefined;
  onPickUp: (pickUp: string | undefined) => void;
}

const any = 'any';
const other = 'other';
const usual = '16:30';
const halfHours = Array.from({ length: 20 }, (_, n) => minuteInWords(11 * 60 + n * 30));
const times = halfHours.map((value) => ({ value, label: value }));
const overBy = (time: string) => `${time} 前下班`;

/** 接得到孩子: the usual time, and a sheet with every half hour. It stays in memory only. */
export function PickUpChooser({ pickUp, onPickUp }: Props) {
  const [choosing, setChoosing] = useState(false);
  const isOther = pickUp !== undefined && pickUp !== usual;
  const options = [
    { value: any, label: '都看' },
    { value: usual, label: overBy(usual) },
    { value: other, label: isOther ? overBy(pickUp) : '选时间' },
  ];
  const choose = (value: string) => {
    if (value === other) return setChoosing(true);
    onPickUp(value === any ? undefined : value);
  };
  return (
    <>
      <Choice
        label="接得到孩子"
        options={options}
        chosen={isOther ? other : (pickUp ?? any)}
        onChoose={choose}
      />
      {choosing && (
        <Sheet title="几点接孩子？" onClose={() => setChoosing(false)}>
          <Choice
            label="下班要早于"
            options={times}
            chosen={pickUp}
            onChoose={(value) => {
              onPickUp(value);
              setChoosing(false);
            }}
          />
        </Sheet>
      )}
    </>
  );
}
