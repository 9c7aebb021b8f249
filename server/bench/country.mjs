import { randomFrom } from './random.mjs';

/** Villages and communities of the country at the end of 2023 (民政部). */
export const villages = 620_573;

// Division code, a point of its capital, and its share of the villages in thousandths.
const provinces = [
  [11, 116.41, 39.9, 12],
  [12, 117.2, 39.08, 9],
  [13, 114.51, 38.04, 85],
  [14, 112.55, 37.87, 38],
  [15, 111.75, 40.84, 22],
  [21, 123.43, 41.8, 26],
  [22, 125.32, 43.82, 18],
  [23, 126.53, 45.8, 20],
  [31, 121.47, 31.23, 10],
  [32, 118.76, 32.06, 36],
  [33, 120.15, 30.27, 40],
  [34, 117.23, 31.82, 30],
  [35, 119.3, 26.08, 28],
  [36, 115.86, 28.68, 34],
  [37, 117.12, 36.65, 108],
  [41, 113.63, 34.75, 82],
  [42, 114.31, 30.59, 44],
  [43, 112.94, 28.23, 46],
  [44, 113.27, 23.13, 43],
  [45, 108.37, 22.82, 27],
  [46, 110.35, 20.02, 6],
  [50, 106.55, 29.56, 19],
  [51, 104.07, 30.57, 55],
  [52, 106.63, 26.65, 28],
  [53, 102.83, 24.88, 24],
  [54, 91.14, 29.65, 9],
  [61, 108.94, 34.34, 32],
  [62, 103.83, 36.06, 29],
  [63, 101.78, 36.62, 7],
  [64, 106.23, 38.49, 5],
  [65, 87.62, 43.83, 20],
];

// The share of each kind in thousandths: the last ones are as rare as they are in a real county.
export const kinds = [
  ['womens_home', 600],
  ['micro_home', 150],
  ['childrens_home', 80],
  ['parents_school', 60],
  ['committee_station', 40],
  ['rights_station', 25],
  ['family_station', 15],
  ['reading_room', 12],
  ['nursing_room', 8],
  ['counselling_room', 5],
  ['after_school', 4],
  ['left_behind_children_station', 1],
];

function pickerOf(weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const bag = weighted.flatMap(([value, weight]) => Array(weight).fill(value));
  return (random) => bag[random.below(total)];
}

const pickKind = pickerOf(kinds);
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

const around = (random, { lng, lat }, degrees) => ({
  lng: clamp(lng + random.normal() * degrees, 73.5, 135),
  lat: clamp(lat + random.normal() * degrees * 0.85, 18.2, 53.5),
});

/** 20 places of a province, each with 8 counties, each with 12 towns: where people live. */
function settle(random, [code, lng, lat, share]) {
  const cities = Array.from({ length: 20 }, (_, n) =>
    around(random, { lng, lat }, n === 0 ? 0 : 1.6),
  );
  const counties = cities.flatMap((city) =>
    Array.from({ length: 8 }, () => around(random, city, 0.3)),
  );
  const towns = counties.flatMap((county) =>
    Array.from({ length: 12 }, () => around(random, county, 0.12)),
  );
  return { code, share, cities, counties, towns };
}

function villageOf(random, { cities, towns }) {
  const draw = random.next();
  const town = random.below(towns.length);
  if (draw < 0.35) {
    const city = Math.floor(cities.length * random.next() ** 2);
    return { ...around(random, cities[city], 0.07), town: city * 96 + random.below(96) };
  }
  if (draw < 0.9) return { ...around(random, towns[town], 0.025), town };
  return { ...around(random, cities[0], 3), town };
}

const digits = (value, width) => String(value).padStart(width, '0');

/** City, county and town numbers from 1 and the village, as twelve digits. */
const divisionCode = (province, town, village) =>
  digits(province, 2) +
  digits(Math.floor(town / 96) + 1, 2) +
  digits((Math.floor(town / 12) % 8) + 1, 2) +
  digits((town % 12) + 1, 3) +
  digits(village % 1000, 3);

const daytime = { opens: '08:30', closes: '17:30' };
const evening = { opens: '18:30', closes: '20:30' };

const hoursOf = (days, intervals) =>
  JSON.stringify({
    weekly: Array.from({ length: 7 }, (_, day) => (day < days ? intervals : [])),
    onHolidays: 'closed',
    overrides: [],
  });

const everyHours = [
  [hoursOf(5, [daytime]), 6],
  [hoursOf(5, [daytime, evening]), 2],
  [hoursOf(7, [daytime, evening]), 1],
  [hoursOf(7, [evening]), 1],
];
const pickHours = pickerOf(everyHours);

function homeOf(random, province, n) {
  const { lng, lat, town } = villageOf(random, province);
  return {
    id: digits(n, 26),
    name: `示例村妇女之家${n}`,
    kind: pickKind(random),
    divisionCode: divisionCode(province.code, town, n),
    address: `示例省示例市示例镇第${n}号`,
    phone: `0000-${digits(n % 1e7, 7)}`,
    lng: Math.round(lng * 1e6) / 1e6,
    lat: Math.round(lat * 1e6) / 1e6,
    services: 1 + random.below(1023),
    hours: pickHours(random),
  };
}

/** The same invented country for the same seed: `count` villages with a home each. */
export function* countryOf(seed, count = villages) {
  const random = randomFrom(seed);
  const settled = provinces.map((province) => settle(random, province));
  const pick = pickerOf(settled.map((province) => [province, province.share]));
  for (let n = 0; n < count; n += 1) yield homeOf(random, pick(random), n);
}

/** Where people ask from: four in five near a home, the others anywhere around a province's capital. */
export function askersOf(seed, homes, count) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    if (random.next() < 0.8) return around(random, homes[random.below(homes.length)], 0.02);
    const [, lng, lat] = provinces[random.below(provinces.length)];
    return around(random, { lng, lat }, 3);
  });
}

/** Anywhere in a box around the country: at sea and abroad too, up to 1,200 km from the next home. */
export function strangersOf(seed, count) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => ({
    lng: random.between(75, 134),
    lat: random.between(19, 53),
  }));
}
