import type { OpeningHours, Point, WomensHomeKind, WomensHomeService } from '@niangjia/shared';
import { womensHomeKindLabels, womensHomeServices } from '@niangjia/shared';
import type { DivisionRow, FederationRow } from '../federation';
import type { NewWomensHome } from '../womens-home';
import type { Seeded } from './seeded';

const farthestMetres = 3000;
const metresPerDegree = 111_195;

/** Evenly over a disc around the town's centre, to a metre or so. */
export function pointNear(centre: Point, seeded: Seeded): Point {
  const metres = Math.sqrt(seeded.next()) * farthestMetres * 0.999;
  const angle = seeded.next() * 2 * Math.PI;
  const lat = centre.lat + (metres * Math.sin(angle)) / metresPerDegree;
  const perDegree = metresPerDegree * Math.cos((centre.lat * Math.PI) / 180);
  const lng = centre.lng + (metres * Math.cos(angle)) / perDegree;
  return { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
}

const office = { opens: '08:30', closes: '17:30' };
const evening = { opens: '18:30', closes: '20:30' };
const weekend = { opens: '09:00', closes: '17:00' };

const hoursOf = (
  workday: OpeningHours['weekly'][number],
  freeDay: OpeningHours['weekly'][number],
): OpeningHours => ({
  weekly: [workday, workday, workday, workday, workday, freeDay, freeDay],
  onHolidays: freeDay.length > 0 ? 'as_usual' : 'closed',
  overrides: [],
});

function seededHours(seeded: Seeded): OpeningHours {
  const workday = seeded.happens(0.3) ? [office, evening] : [office];
  return hoursOf(workday, seeded.happens(0.2) ? [weekend] : []);
}

/** What a kind is for; every other service comes by chance. */
const always: Record<WomensHomeKind, readonly WomensHomeService[]> = {
  womens_home: ['rights_help', 'activities'],
  micro_home: ['activities'],
  childrens_home: ['child_care'],
  parents_school: ['training'],
  committee_station: ['rights_help', 'mediation'],
  rights_station: ['rights_help', 'legal_advice', 'mediation'],
  family_station: ['counselling', 'activities'],
  reading_room: ['reading'],
  nursing_room: ['nursing'],
  counselling_room: ['counselling'],
  after_school: ['child_care', 'reading'],
  left_behind_children_station: ['child_care', 'counselling'],
};

const servicesOf = (kind: WomensHomeKind, seeded: Seeded): WomensHomeService[] =>
  womensHomeServices.filter((service) => {
    const byChance = seeded.happens(0.2);
    return byChance || always[kind].includes(service);
  });

export interface HomeAsked {
  name: string;
  kind: WomensHomeKind;
  federation: Pick<FederationRow, 'id' | 'path'>;
  division: Pick<DivisionRow, 'code'>;
  town: DivisionRow;
  confidential?: true;
}

/** An invented home: its point, hours and phone number are chance and say that they are. */
export function inventedHome(asked: HomeAsked, seeded: Seeded): NewWomensHome {
  const { name, kind, federation, division, town, confidential = false } = asked;
  const centre = { lng: town.lng ?? 0, lat: town.lat ?? 0 };
  return {
    name,
    kind,
    federationId: federation.id,
    federationPath: federation.path,
    divisionCode: division.code,
    address: `南安市${town.name}${name.replace(womensHomeKindLabels[kind], '')}（示例地址）`,
    phone: `0595-0000${seeded.text('0123456789', 4)}`,
    point: pointNear(centre, seeded),
    pointIsInvented: true,
    confidential,
    services: servicesOf(kind, seeded),
    hours: seededHours(seeded),
    verifiedOn: null,
  };
}
