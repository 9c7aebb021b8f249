import {
  type Mediator,
  mediatorLimits,
  type MediatorSkill,
  type MediatorState,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { readTypedDay } from '@/features/edit/typed';

export interface TypedMediator {
  federationId?: string;
  name: string;
  skills: MediatorSkill[];
  fromDay: string;
  toDay: string;
  state: MediatorState;
}

export const beginMediator = (mediator?: Mediator): TypedMediator => ({
  federationId: mediator?.federationId,
  name: mediator?.name ?? '',
  skills: mediator?.skills ?? [],
  fromDay: mediator?.fromDay ?? '',
  toDay: mediator?.toDay ?? '',
  state: mediator?.state ?? 'serving',
});

export function faultsOf({ federationId, name, skills, fromDay, toDay }: TypedMediator): Faults {
  const [from, to] = [readTypedDay(fromDay), readTypedDay(toDay)];
  return faultsAmong({
    federationId: federationId ? undefined : '点一个妇联。',
    name: whyNotLength(name.trim(), mediatorLimits.nameChars, '姓名'),
    skills: skills.length > 0 ? undefined : '至少点一项。',
    fromDay: from ? undefined : '日期写成 2026年1月1日 这样。',
    toDay: to && from && to < from ? '最后一天早于第一天。改一下。' : whyNoDay(to),
  });
}

const whyNoDay = (day: string | undefined): string | undefined =>
  day ? undefined : '日期写成 2026年1月1日 这样。';

/** As they are sent, once nothing is wrong with them. */
export const factsOf = ({ name, skills, fromDay, toDay }: TypedMediator) => ({
  name: name.trim(),
  skills,
  fromDay: readTypedDay(fromDay) ?? '',
  toDay: readTypedDay(toDay) ?? '',
});
