import {
  assignedFilterLabels,
  assignedFilters,
  caseTicketKindOfficialLabels,
  caseTicketKinds,
  caseTicketRiskLabels,
  caseTicketRisks,
  caseTicketStateLabels,
  caseTicketStates,
  dueFilterLabels,
  dueFilters,
  type DeskFilter,
} from '@niangjia/shared';

interface Option {
  value: string;
  label: string;
}

const part = <T extends string>(label: string, values: readonly T[], words: Record<T, string>) => ({
  label,
  options: values.map((value): Option => ({ value, label: words[value] })),
});

/** What the list can be narrowed to, in the order in which it is asked. */
export const filterParts = {
  assigned: part('谁在办', assignedFilters, assignedFilterLabels),
  due: part('期限', dueFilters, dueFilterLabels),
  state: part('进展', caseTicketStates, caseTicketStateLabels),
  risk: part('风险', caseTicketRisks, caseTicketRiskLabels),
  kind: part('事由', caseTicketKinds, caseTicketKindOfficialLabels),
} as const;
export type FilterPart = keyof typeof filterParts;
export const filterPartNames = Object.keys(filterParts) as FilterPart[];

export const isNarrowed = (filter: DeskFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);

/** What she looks at, with the name of the federation in it. */
export interface Narrowed {
  filter: DeskFilter;
  federationName?: string;
}

/** `霞美镇妇联、还没分的、高风险`; 全部 when nothing is chosen. */
export function filterInWords({ filter, federationName }: Narrowed): string {
  const chosen = filterPartNames.flatMap((name) =>
    filterParts[name].options
      .filter(({ value }) => value === filter[name])
      .map(({ label }) => label),
  );
  const federation = filter.federationId ? [federationName ?? '一个妇联'] : [];
  return [...federation, ...chosen].join('、') || '全部';
}
