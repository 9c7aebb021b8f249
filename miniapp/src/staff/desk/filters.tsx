import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  caseTicketRiskLabels,
  caseTicketRisks,
  caseTicketStateLabels,
  caseTicketStates,
  type CaseTicketRisk,
  type CaseTicketState,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Tap } from '@/components/tap';
import { useKey } from '@/platform/keys';
import { showPart } from '@/platform/show-part';

export interface Filter {
  state?: CaseTicketState;
  risk?: CaseTicketRisk;
}

const place = 'ticket-filters';
const all = { value: 'all', label: '全部' } as const;
const states = [
  all,
  ...caseTicketStates.map((value) => ({ value, label: caseTicketStateLabels[value] })),
];
const risks = [
  all,
  ...caseTicketRisks.map((value) => ({ value, label: caseTicketRiskLabels[value] })),
];
const unlessAll = <T extends string>(value: T | 'all') => (value === 'all' ? undefined : value);

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Behind one row, so that the first ticket is in view. */
export function Filters({ filter, onChange }: Props) {
  const [open, setOpen] = useState(false);
  useKey('/', () => {
    setOpen(true);
    showPart(place);
  });
  const { state, risk } = filter;
  const chosen = [
    state ? caseTicketStateLabels[state] : '全部进展',
    risk ? caseTicketRiskLabels[risk] : '全部风险',
  ].join('、');

  return (
    <View id={place} className="filters">
      <Tap
        className="filters__toggle"
        label={`筛选，现在看：${chosen}`}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text>{`${open ? '收起' : '筛选'}：${chosen}`}</Text>
      </Tap>
      <View className={`filters__choices ${open ? '' : 'filters__choices--closed'}`}>
        <Choice
          label="进展"
          options={states}
          chosen={state ?? 'all'}
          onChoose={(value) => onChange({ ...filter, state: unlessAll(value) })}
        />
        <Choice
          label="风险"
          options={risks}
          chosen={risk ?? 'all'}
          onChoose={(value) => onChange({ ...filter, risk: unlessAll(value) })}
        />
      </View>
    </View>
  );
}
