import {
  type NearestHomes,
  type OpeningHours,
  openStateAt,
  type WomensHomeKind,
  womensHomeKinds,
  type WomensHomeService,
  womensHomeServices,
} from '@niangjia/shared';
import fc from 'fast-check';
import { In } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { aTree } from '../../test/trees';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { isHoliday } from '../platform/holidays';
import { KnownCells } from './known-cells';
import { Nearest } from './nearest';
import { maskOf } from './services-mask';
import { distanceMetres } from '../platform/geo/sphere';
import { WomensHomeRow } from './womens-home.entity';
import { type NewWomensHome, WomensHomes } from './womens-homes';

// Thousands of homes and hundreds of questions, on a database server too.
jest.setTimeout(120_000);

const seed = 20261126;
const everyHours: OpeningHours[] = [
  [[{ opens: '08:30', closes: '17:30' }], 5],
  [[{ opens: '18:30', closes: '20:30' }], 7],
  [[{ opens: '00:00', closes: '24:00' }], 7],
  [
    [
      { opens: '05:10', closes: '06:20' },
      { opens: '21:45', closes: '22:15' },
    ],
    3,
  ],
].map(([intervals, days], at) => ({
  weekly: Array.from({ length: 7 }, (_, day) => (day < (days as number) ? intervals : [])),
  onHolidays: at % 2 ? 'as_usual' : 'closed',
  overrides: at === 0 ? [{ from: '2026-10-03', to: '2026-10-04', intervals, reason: '值班' }] : [],
})) as OpeningHours[];

/** Evenly between: `fc.double` prefers numbers hard by zero, where no circle ends. */
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((millionths) => millionths / 1e6);

const crowd = fc
  .tuple(
    fc.constantFrom(118.4, 118.45, 116),
    fc.constantFrom(24.9, 39.9),
    degrees(0, 0.02),
    degrees(0, 0.02),
  )
  .map(([lng, lat, east, north]) => ({ lng: lng + east, lat: lat + north }));
const anywhere = fc.record({ lng: degrees(73, 135), lat: degrees(18, 53) });
const oddPlaces = fc.constantFrom(
  { lng: 118.4, lat: 24.9 },
  { lng: 180, lat: 10 },
  { lng: -180, lat: -90 },
  { lng: 0, lat: 90 },
);
/** Crowded around a few places, thin in between, some at the very same point, some at the world's edges. */
const place = fc.oneof(
  { weight: 6, arbitrary: crowd },
  { weight: 3, arbitrary: anywhere },
  { weight: 1, arbitrary: oddPlaces },
);

type Given = Pick<NewWomensHome, 'point' | 'kind' | 'services' | 'hours' | 'confidential'> & {
  id: string;
};

const given = fc.record({
  point: place,
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant<WomensHomeKind>('womens_home') },
    { weight: 1, arbitrary: fc.constantFrom(...womensHomeKinds) },
  ),
  services: fc.uniqueArray(fc.constantFrom(...womensHomeServices), { maxLength: 3 }),
  hours: fc.constantFrom(...everyHours),
  confidential: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const question = fc.record({
  point: place,
  limit: fc.integer({ min: 1, max: 50 }),
  kind: fc.option(fc.constantFrom<WomensHomeKind>('womens_home', 'nursing_room'), {
    nil: undefined,
  }),
  service: fc.option(fc.constantFrom<WomensHomeService>(...womensHomeServices), { nil: undefined }),
  openAt: fc.option(
    fc.constantFrom(
      '2026-11-26T19:00:00+08:00',
      '2026-11-28T03:00:00+08:00',
      '2026-10-03T09:00:00+08:00',
      '2026-11-24T22:00:00+08:00',
    ),
    { nil: undefined },
  ),
  radiusMetres: fc.option(fc.constantFrom(1, 700, 50_000), { nil: undefined }),
});
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

/** What the answer must be, by looking at every home there is. */
function byLookingAtAll(
  homes: Given[],
  { point, limit, kind, service, openAt, radiusMetres }: Question,
): string[] {
  return homes
    .filter((home) => !home.confidential && (!kind || home.kind === kind))
    .filter(({ services }) => !service || services.includes(service))
    .filter(({ hours }) => !openAt || openStateAt(hours, Date.parse(openAt), isHoliday).isOpen)
    .map(({ id, point: there }) => ({ id, distance: distanceMetres(point, there) }))
    .filter(({ distance }) => distance <= (radiusMetres ?? Infinity))
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}

describe(`the nearest homes (seed ${seed})`, () => {
  let t: TestApp;
  let homes: Given[];

  const ask = async ({
    point,
    limit,
    kind,
    service,
    openAt,
    radiusMetres,
  }: Question): Promise<string[]> => {
    const found = await t.app.get(Nearest).find({
      point,
      limit,
      kind,
      radiusMetres,
      services: service ? maskOf([service]) : 0,
      moment: openAt ? Date.parse(openAt) : t.clock.now(),
      openOnly: openAt !== undefined,
    });
    return found.map(({ id }) => id);
  };
  const expectExact = (runs: number) =>
    fc.assert(
      fc.asyncProperty(question, async (asked) => {
        expect(await ask(asked)).toEqual(byLookingAtAll(homes, asked));
      }),
      { seed, numRuns: runs },
    );
  const add = async (count: number, addSeed: number): Promise<Given[]> => {
    const { village } = await aTree(t);
    const drawn = fc.sample(given, { numRuns: count, seed: addSeed });
    const rows = drawn.map((home) => ({
      ...home,
      name: '某家',
      federationId: village.id,
      federationPath: village.path,
      divisionCode: village.divisionCode ?? '',
      address: '某村',
      phone: null,
      pointIsInvented: true,
      verifiedOn: null,
    }));
    const ids = await t.app.get(UnitOfWork).run((tx) => t.app.get(WomensHomes).add(tx, rows));
    return drawn.map((home, at) => ({ ...home, id: ids[at] ?? '' }));
  };

  beforeAll(async () => {
    t = await startApp();
    homes = await add(3000, seed);
  });
  afterAll(() => t.close());

  it('are exact before anything is known of where they lie', async () => {
    await expectExact(20);
  });

  it('are exact when it is known', async () => {
    await t.app.get(KnownCells).settled();
    await expectExact(300);
  });

  it('are exact though what is known is out of date', async () => {
    homes.push(...(await add(1000, seed + 1)));
    const gone = homes.filter((_, at) => at % 3 === 0);
    const ids = gone.map(({ id }) => id);
    await t.dataSource.manager.update(WomensHomeRow, { id: In(ids) }, { confidential: true });
    gone.forEach((home) => (home.confidential = true));

    await expectExact(150);
  });

  it('are exact over HTTP', async () => {
    const [asked] = fc.sample(question, { seed, numRuns: 1 });
    const { point, limit } = asked!;
    const query = `lng=${point.lng}&lat=${point.lat}&limit=${limit}`;
    const { body } = await t.http.get<NearestHomes>(`/womens-homes/nearest?${query}`);
    const plain = {
      ...asked!,
      kind: undefined,
      service: undefined,
      openAt: undefined,
      radiusMetres: undefined,
    };
    expect(body.items.map(({ id }) => id)).toEqual(byLookingAtAll(homes, plain));
  });
});
