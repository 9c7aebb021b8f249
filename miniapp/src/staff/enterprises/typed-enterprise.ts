import { dayOf, enterpriseLimits, type Enterprise, type EnterpriseFacts } from '@niangjia/shared';
import { whyNotLength } from '@/features/edit/faults';
import { readTypedDay, readTypedNumber } from '@/features/edit/typed';

export interface TypedEnterprise {
  name: string;
  party: 'yes' | 'no' | undefined;
  femaleStaff: string;
  asOf: string;
}

export const typedEnterprise = (known: Enterprise | undefined): TypedEnterprise => ({
  name: known?.name ?? '',
  party: known && (known.hasPartyOrganisation ? 'yes' : 'no'),
  femaleStaff: known ? String(known.femaleStaff) : '',
  asOf: known?.asOf ?? dayOf(Date.now()),
});

type Faults = Partial<Record<keyof TypedEnterprise, string>>;

/** The facts as they can be sent, or what to put right in each field. */
export function readEnterprise(typed: TypedEnterprise): {
  facts?: EnterpriseFacts;
  faults: Faults;
} {
  const name = typed.name.trim();
  const femaleStaff = readTypedNumber(typed.femaleStaff);
  const asOf = readTypedDay(typed.asOf);
  const isCount = femaleStaff !== undefined && Number.isInteger(femaleStaff);
  const faults: Faults = {
    name: whyNotLength(name, enterpriseLimits.nameChars, '名称'),
    party: typed.party ? undefined : '点“有”或者“没有”。',
    femaleStaff: isCount ? undefined : '写一个数，比如 51。',
    asOf: asOf ? undefined : '写一个日期，比如 2026-3-8。',
  };
  if (Object.values(faults).some(Boolean) || !isCount || !asOf) return { faults };
  const hasPartyOrganisation = typed.party === 'yes';
  return { facts: { name, hasPartyOrganisation, femaleStaff, asOf }, faults };
}
