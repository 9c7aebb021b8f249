import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { OpeningHours } from './opening-hours';

export const womensHomeKinds = [
  'womens_home',
  'micro_home',
  'childrens_home',
  'parents_school',
  'committee_station',
  'rights_station',
  'family_station',
  'reading_room',
  'nursing_room',
  'counselling_room',
  'after_school',
  'left_behind_children_station',
] as const;
export type WomensHomeKind = (typeof womensHomeKinds)[number];

export const womensHomeKindLabels: Record<WomensHomeKind, string> = {
  womens_home: '妇女之家',
  micro_home: '妇女微家',
  childrens_home: '儿童之家',
  parents_school: '家长学校',
  committee_station: '执委工作站',
  rights_station: '维权站',
  family_station: '家庭驿站',
  reading_room: '爱心书屋',
  nursing_room: '母婴室',
  counselling_room: '心灵驿站',
  after_school: '四点钟学校',
  left_behind_children_station: '留守流动儿童工作站',
};

export const womensHomeServices = [
  'rights_help',
  'legal_advice',
  'mediation',
  'counselling',
  'job_help',
  'training',
  'child_care',
  'reading',
  'nursing',
  'activities',
] as const;
export type WomensHomeService = (typeof womensHomeServices)[number];

export const womensHomeServiceLabels: Record<WomensHomeService, string> = {
  rights_help: '维权求助',
  legal_advice: '法律咨询',
  mediation: '家事调解',
  counselling: '心理疏导',
  job_help: '找工作',
  training: '学技能',
  child_care: '看孩子',
  reading: '看书',
  nursing: '喂奶换尿布',
  activities: '办活动',
};

/** GCJ-02 degrees, as WeChat sends and shows them. */
export interface Point {
  lng: number;
  lat: number;
}

export interface NearestHome {
  id: string;
  name: string;
  kind: WomensHomeKind;
  address: string;
  point: Point;
  /** The point was made up for a demonstration: shown as 示例位置. */
  pointIsInvented: boolean;
  distanceMetres: number;
  isOpen: boolean;
  /** When it closes, RFC 3339; null while it is closed. */
  closesAt: string | null;
  /** When it opens next, RFC 3339; null while it is open, or when no opening is planned. */
  opensAt: string | null;
  services: WomensHomeService[];
  phone: string | null;
}

export interface NearestHomes {
  items: NearestHome[];
}

export interface NearestQuery {
  lng: number;
  lat: number;
  limit?: number;
  kind?: WomensHomeKind;
  service?: WomensHomeService;
  /** Only those open at this moment, RFC 3339 with an offset. */
  openAt?: string;
  /** Only those open now. */
  openNow?: boolean;
  radiusMetres?: number;
}

export const nearestLimits = {
  limit: { min: 1, max: 50, default: 20 },
  lng: { min: -180, max: 180 },
  lat: { min: -90, max: 90 },
  radiusMetres: { min: 1, max: 50_000 },
} as const;

/** A home in a list by place: the same facts, without a distance. */
export interface WomensHomeSummary {
  id: string;
  name: string;
  kind: WomensHomeKind;
  address: string;
  point: Point;
  pointIsInvented: boolean;
  isOpen: boolean;
  closesAt: string | null;
  opensAt: string | null;
  services: WomensHomeService[];
  phone: string | null;
}

/** The home card. */
export interface WomensHome extends WomensHomeSummary {
  federationId: string;
  federationName: string;
  divisionCode: string;
  hours: OpeningHours;
}

/** What a printed code leads to today. */
export interface ScannedCode {
  code: string;
  womensHome: WomensHome;
}

export interface WomensHomesQuery extends PageQuery {
  /** A division of any level: homes in it and below. */
  divisionCode: string;
  kind?: WomensHomeKind;
}

/** What staff of its branch may change. The whole is sent, so that nothing is half changed. */
export interface WomensHomeChange {
  name: string;
  address: string;
  phone: string | null;
  services: WomensHomeService[];
  hours: OpeningHours;
  point: Point;
  /** The `version` that was read, so that two people do not overwrite each other unseen. */
  version: number;
}

export interface DeskWomensHome extends WomensHome {
  version: number;
  /** A shelter: seen by its own branch only, never by the public. */
  confidential: boolean;
}

/** A code on a wall, as its own staff see it. */
export interface PosterCode {
  /** In capitals: whoever types it may write small letters. */
  code: string;
  womensHomeId: string;
  /** RFC 3339; null while it leads somewhere. */
  endedAt: string | null;
}

export interface PointPosterCode {
  womensHomeId: string;
}

export const womensHomeLimits = {
  nameChars: { min: 2, max: 60 },
  addressChars: { min: 2, max: 120 },
  phoneChars: { min: 5, max: 20 },
  services: { max: womensHomeServices.length },
  codeChars: { min: 4, max: 32 },
} as const;

export const womensHomeEndpoints = {
  nearest: endpoint<{ query: NearestQuery; reply: NearestHomes }>()('GET', '/womens-homes/nearest'),
  list: endpoint<{ query: WomensHomesQuery; reply: Page<WomensHomeSummary> }>()(
    'GET',
    '/womens-homes',
  ),
  one: endpoint<{ params: { id: string }; reply: WomensHome }>()('GET', '/womens-homes/:id'),
  scanned: endpoint<{ params: { code: string }; reply: ScannedCode }>()('GET', '/q/:code'),
  deskList: endpoint<{ query: PageQuery; reply: Page<DeskWomensHome> }>()(
    'GET',
    '/desk/womens-homes',
  ),
  deskOne: endpoint<{ params: { id: string }; reply: DeskWomensHome }>()(
    'GET',
    '/desk/womens-homes/:id',
  ),
  change: endpoint<{ params: { id: string }; body: WomensHomeChange; reply: DeskWomensHome }>()(
    'PUT',
    '/desk/womens-homes/:id',
  ),
  pointCode: endpoint<{ params: { code: string }; body: PointPosterCode; reply: PosterCode }>()(
    'PUT',
    '/desk/poster-codes/:code',
  ),
  endCode: endpoint<{ params: { code: string }; reply: PosterCode }>()(
    'POST',
    '/desk/poster-codes/:code/end',
  ),
};
