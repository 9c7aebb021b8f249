import type { FederationKind, FederationLevel, PostKind } from '../federation/federation';
import type { HealthHint } from './health';

/** Who is of the executive committee. */
export const memberKinds = [
  'chair',
  'vice_chair',
  'part_time_vice_chair',
  'committee_member',
] as const satisfies readonly PostKind[];

const grassRoots = { min: 11, max: 15 };

/**
 * How many members of the executive committee each kind has, where that is known: 商会妇联、村（社区）妇联
 * 11 to 15. The one table to change; what stands nowhere here is not asked.
 */
export const memberRanges: Record<
  FederationKind,
  Partial<Record<FederationLevel, { min: number; max: number }>>
> = {
  federation: { village: grassRoots, unit: grassRoots },
  committee: {},
  micro_home: {},
  work_station: {},
};

/** 每位执委联系妇女群众不少于 20 名. */
export const linksOfMember = 20;
/** Without activity, visit or ticket for so long, help is offered. */
export const quietDays = 180;

export interface LookedAt {
  kind: FederationKind;
  level: FederationLevel;
  /** Each with the women on her list. */
  members: readonly { name: string; links: number }[];
  /** Since something was last done there, or since it is in the tree. */
  daysQuiet: number;
}

export function healthHints({ kind, level, members, daysQuiet }: LookedAt): HealthHint[] {
  const range = memberRanges[kind][level];
  const hints: HealthHint[] = [];
  if (range) {
    const size = { members: members.length, ...range };
    if (size.members < range.min) hints.push({ kind: 'too_few_members', ...size });
    if (size.members > range.max) hints.push({ kind: 'too_many_members', ...size });
    for (const { name, links } of members)
      if (links < linksOfMember)
        hints.push({ kind: 'links_missing', name, missing: linksOfMember - links });
  }
  if (daysQuiet >= quietDays) hints.push({ kind: 'quiet', days: daysQuiet });
  return hints;
}

/** What is said of it: what there is, and what can be done. */
export function hintText(hint: HealthHint): string {
  if (hint.kind === 'too_few_members' || hint.kind === 'too_many_members')
    return `执委 ${hint.members} 人，一般是 ${hint.min} 到 ${hint.max} 人`;
  if (hint.kind === 'links_missing') return `${hint.name}的联系户差${hint.missing}名`;
  return `${hint.days} 天没有活动、走访和求助，问问要不要帮忙`;
}
