import fc from 'fast-check';

type Place = { holder: Record<string, unknown>; name: string };

/** Every field at every depth, with what holds it. */
function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    yield { holder, name };
    yield* placesIn(holder[name]);
  }
}

const recordsIn = (body: object): Record<string, unknown>[] => [
  body as Record<string, unknown>,
  ...[...placesIn(body)]
    .map(({ holder, name }) => holder[name])
    .filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    .map((value) => value as Record<string, unknown>),
];

/** A mutation of a body, as the text that goes over the wire. */
export interface BodyMutation {
  name: string;
  of: (body: object) => fc.Arbitrary<string | Buffer>;
}

const pick = <T>(list: T[]): fc.Arbitrary<T> => fc.constantFrom(...list);

/** Puts a value at one field, whichever; the body itself when it has none. */
const atSomeField =
  (values: fc.Arbitrary<unknown>) =>
  (body: object): fc.Arbitrary<string> => {
    const count = [...placesIn(body)].length;
    return fc.tuple(fc.nat(Math.max(0, count - 1)), values).map(([at, value]) => {
      const copy = structuredClone(body);
      const place = [...placesIn(copy)][at];
      if (place) place.holder[place.name] = value;
      return JSON.stringify(place ? copy : value) ?? 'null';
    });
  };

/** Adds a field to one record, whichever. The name is its own, even `__proto__`. */
const withExtra =
  (names: string[], values: fc.Arbitrary<unknown>) =>
  (body: object): fc.Arbitrary<string> =>
    fc.tuple(fc.nat(recordsIn(body).length - 1), pick(names), values).map(([at, name, value]) => {
      const copy = structuredClone(body);
      Object.defineProperty(recordsIn(copy)[at]!, name, { value, enumerable: true });
      return JSON.stringify(copy);
    });

const nested = (depth: number): string => `${'[1,'.repeat(depth)}0${']'.repeat(depth)}`;

const numbers = [-1, 0, 0.5, -0.0001, 1e9, 2 ** 53 + 2, -(2 ** 31) - 1, 1e308, 181, 90.5];
const otherTypes = [null, true, 0, 'x', [], {}, [[]], [null], { id: 1 }, [{ $gt: '' }], '1', ''];
const strings = [
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  ' ',
  '\n',
  '\u0007',
  '\u202e倒',
  '😀'.repeat(50),
  "' OR 1=1 --",
  '"; DROP TABLE account; --',
  '%00',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '＝1+1',
  '字'.repeat(5000),
  'a'.repeat(40_000),
  '2026-02-30T25:61:00+08:00',
  '9'.repeat(26),
];
const inheritedNames = Object.getOwnPropertyNames(Object.prototype).concat('prototype');
const extraNames = 'id status state createdBy organisationId price isAdmin $where'.split(' ');

export const bodyMutations: BodyMutation[] = [
  { name: 'another type', of: atSomeField(pick<unknown>(otherTypes)) },
  { name: 'a number out of range', of: atSomeField(pick(numbers)) },
  { name: 'an odd string', of: atSomeField(pick(strings)) },
  { name: 'any value', of: atSomeField(fc.jsonValue({ maxDepth: 3 })) },
  { name: 'an unknown field', of: withExtra(extraNames, fc.jsonValue({ maxDepth: 2 })) },
  {
    name: 'an inherited name',
    of: withExtra(inheritedNames, pick<unknown>([1, null, {}, { prototype: {} }, 'x'])),
  },
  { name: 'a huge list', of: atSomeField(fc.constant(Array<number>(10_001).fill(1))) },
  { name: 'depth', of: (body) => raw(body, pick([17, 100, 5000].map(nested))) },
  { name: 'infinity', of: (body) => raw(body, pick(['1e400', '-1e400', '-0', '9'.repeat(400)])) },
  { name: 'broken JSON', of: (body) => cut(JSON.stringify(body)) },
  {
    name: 'not JSON',
    of: () => pick(['undefined', '{', 'NaN', "{'a':1}", '{"a":1,}', '\ufeff{}']),
  },
  { name: 'no record', of: () => pick(['null', '[]', '1', '"x"', 'true', '[{}]', '']) },
  {
    name: 'broken UTF-8',
    of: () =>
      pick(
        [
          [0x22, 0xff],
          [0xc0, 0x80],
          [0xed, 0xa0, 0x80],
        ].map((bytes) => Buffer.from(bytes)),
      ),
  },
  { name: 'the same name twice', of: twice },
];

/** Raw text for one field: what JSON.stringify would not write. */
function raw(body: object, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mark = '\u2603raw';
  return fc
    .tuple(atSomeField(fc.constant(mark))(body), texts)
    .map(([text, value]) => text.replace(JSON.stringify(mark), () => value));
}

const cut = (text: string): fc.Arbitrary<string> =>
  fc.nat(Math.max(0, text.length - 2)).map((at) => text.slice(0, at + 1));

function twice(body: object): fc.Arbitrary<string> {
  const [name = 'x'] = Object.keys(body);
  const first = JSON.stringify({ [name]: 'x' }).slice(0, -1);
  return fc.constant(`${first},${JSON.stringify(body).slice(1)}`);
}

/** Ten million bytes, made once. */
export const hugeBody = `{"text":"${'长'.repeat(3_400_000)}"}`;
