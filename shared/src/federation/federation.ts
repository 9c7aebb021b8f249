import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';

/** 省 市 县 乡 村, and `unit` for a federation inside an enterprise, park, chamber or organisation. */
export const federationLevels = [
  'province',
  'prefecture',
  'county',
  'town',
  'village',
  'unit',
] as const;
export type FederationLevel = (typeof federationLevels)[number];

export const federationLevelLabels: Record<FederationLevel, string> = {
  province: '省',
  prefecture: '市',
  county: '县（市、区）',
  town: '乡镇（街道）',
  village: '村（社区）',
  unit: '单位',
};

export const federationKinds = ['federation', 'committee', 'micro_home', 'work_station'] as const;
export type FederationKind = (typeof federationKinds)[number];

export const federationKindLabels: Record<FederationKind, string> = {
  federation: '妇联',
  committee: '妇委会',
  micro_home: '妇女微家',
  work_station: '工作站点',
};

/** Where a federation is rooted: in a place of the administrative tree, or in something beside it. */
export const federationSectors = [
  'place',
  'enterprise',
  'park',
  'chamber',
  'social_organisation',
  'system',
] as const;
export type FederationSector = (typeof federationSectors)[number];

export const federationSectorLabels: Record<FederationSector, string> = {
  place: '地方',
  enterprise: '企业',
  park: '园区',
  chamber: '商会',
  social_organisation: '社会组织',
  system: '系统',
};

export const establishmentModes = ['alone', 'joint', 'led', 'hosted', 'trade_wide'] as const;
export type EstablishmentMode = (typeof establishmentModes)[number];

export const establishmentModeLabels: Record<EstablishmentMode, string> = {
  alone: '单独建',
  joint: '联建',
  led: '带建',
  hosted: '托建',
  trade_wide: '行业统建',
};

export const partnerRoles = ['member', 'leader', 'host'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

export const partnerRoleLabels: Record<PartnerRole, string> = {
  member: '参建单位',
  leader: '带建单位',
  host: '托管平台',
};

export interface PartnerUnit {
  name: string;
  role: PartnerRole;
}

export const postKinds = [
  'chair',
  'vice_chair',
  'part_time_vice_chair',
  'committee_member',
  'staff',
  'employer_contact',
] as const;
export type PostKind = (typeof postKinds)[number];

export const postKindLabels: Record<PostKind, string> = {
  chair: '主席',
  vice_chair: '副主席',
  part_time_vice_chair: '兼职副主席',
  committee_member: '执委',
  staff: '工作人员',
  employer_contact: '用工联系人',
};

export interface Federation {
  id: string;
  name: string;
  kind: FederationKind;
  sector: FederationSector;
  level: FederationLevel;
  parentId: string | null;
  /** The division that a place federation stands for; null for all others. */
  divisionCode: string | null;
  establishmentMode: EstablishmentMode;
  partners: PartnerUnit[];
}

export interface Division {
  /** Code of the National Bureau of Statistics: 6 digits to the county, 9 for a town, 12 for a village. */
  code: string;
  name: string;
  level: Exclude<FederationLevel, 'unit'>;
  parentCode: string | null;
}

export interface DivisionQuery extends PageQuery {
  /** Only what lies directly below this code. */
  parentCode?: string;
  /** What a name has, or begins with in pinyin or initials; the nearest come first, on one page. */
  search?: string;
}

export const federationEndpoints = {
  one: endpoint<{ params: { id: string }; reply: Federation }>()('GET', '/federations/:id'),
  children: endpoint<{ params: { id: string }; query: PageQuery; reply: Page<Federation> }>()(
    'GET',
    '/federations/:id/children',
  ),
  /** From the top of the tree down to the federation itself. */
  chain: endpoint<{ params: { id: string }; reply: Page<Federation> }>()(
    'GET',
    '/federations/:id/chain',
  ),
  divisions: endpoint<{ query: DivisionQuery; reply: Page<Division> }>()('GET', '/divisions'),
};

export const divisionLimits = {
  codeChars: { min: 6, max: 12 },
  searchChars: { min: 1, max: 20 },
} as const;
