import type { RefusalCode } from '../refusal';
import {
  federationLevels,
  type EstablishmentMode,
  type Federation,
  type FederationKind,
  type PartnerUnit,
} from './federation';

const countOf = (partners: readonly PartnerUnit[], role: PartnerUnit['role']): number =>
  partners.filter((partner) => partner.role === role && partner.name.trim() !== '').length;

/**
 * Why a federation cannot be established in this mode with these units: 联建 needs two or more
 * members, 带建 a leading organisation, 托建 a host platform. Undefined when it can.
 */
export function whyNotEstablish(
  mode: EstablishmentMode,
  partners: readonly PartnerUnit[],
): RefusalCode | undefined {
  if (mode === 'joint' && countOf(partners, 'member') < 2) return 'joint_needs_partners';
  if (mode === 'led' && countOf(partners, 'leader') < 1) return 'led_needs_leader';
  if (mode === 'hosted' && countOf(partners, 'host') < 1) return 'hosted_needs_platform';
  return undefined;
}

/** Why this kind cannot elect: a 妇女微家 or a 工作站点 is a place to meet, not a body with members. */
export function whyNotElect(kind: FederationKind): RefusalCode | undefined {
  return kind === 'micro_home' || kind === 'work_station' ? 'kind_cannot_elect' : undefined;
}

type Placed = Pick<Federation, 'level' | 'sector'>;

/**
 * Why one cannot lie directly below another: a place lies below a higher place, a unit below any place or
 * another unit. Undefined when it can.
 */
export function whyNotLieBelow(one: Placed, parent: Placed): RefusalCode | undefined {
  const higher = federationLevels.indexOf(parent.level) < federationLevels.indexOf(one.level);
  const fits = one.level === 'unit' ? true : higher && parent.sector === 'place';
  return fits ? undefined : 'level_does_not_fit';
}
