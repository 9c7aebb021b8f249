import { rfc3339 } from '@niangjia/shared';
import fc from 'fast-check';
import type { Schema } from './document';
import { now } from './known';
import type { World } from './world';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idPattern = '^[0-9A-HJKMNP-TV-Z]{26}$';
const dayMs = 86_400_000;
/** Long enough to tell, short enough for a hundred thousand of them. */
const mostChars = 120;
const mostItems = 4;

const inventedId = fc.string({
  unit: fc.constantFrom(...crockford),
  minLength: 26,
  maxLength: 26,
});

/** A real id of this sort, mostly; else of another sort, or one that nobody has. */
export function idOf(world: World, word: string): fc.Arbitrary<string> {
  const own = world.ids[word] ?? [];
  const all = Object.values(world.ids).flat();
  return fc.oneof(
    { weight: own.length > 0 ? 12 : 0, arbitrary: fc.constantFrom(...own, '') },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
    { weight: 1, arbitrary: inventedId },
  );
}

const letters = fc.constantFrom(...'一个在家里有孩子的人想问问8aZ .，-😀👩‍👧');

/** Long ones are made of several: what matches by chance is short. */
function matching(pattern: RegExp, minLength: number): fc.Arbitrary<string> {
  const one = fc.stringMatching(pattern);
  if (minLength < mostChars / 4) return one;
  const minParts = minLength;
  return fc
    .array(one, { minLength: minParts, maxLength: minParts + mostItems })
    .map((parts) => parts.join(''))
    .filter((text) => pattern.test(text));
}

function textOf({ pattern, minLength = 0, maxLength = mostChars }: Schema): fc.Arbitrary<string> {
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) return matching(new RegExp(pattern), minLength).filter(fits);
  const most = Math.min(maxLength, minLength + mostChars);
  return fc.string({ unit: letters, minLength: Math.min(minLength + 2, most), maxLength: most });
}

const momentNear = fc
  .integer({ min: -2 * dayMs, max: 30 * dayMs })
  .map((ms) => rfc3339(now + Math.round(ms / 60_000) * 60_000));

/** Degrees as a phone says them; never with an exponent. */
const toMetres = (degrees: number): number => Math.trunc(degrees * 1e5) / 1e5;

function numberOf({ type, minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  if (type !== 'integer')
    return fc.double({ min: minimum, max: maximum, noNaN: true }).map(toMetres);
  return fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 3) }),
    fc.integer({ min: minimum, max: maximum }),
  );
}

/** Values that the schema allows, with real ids, codes and cursors where it asks for them. */
export class Values {
  constructor(
    private readonly schemas: Record<string, Schema>,
    private readonly world: World,
  ) {}

  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const known = this.world.known[name] ?? [];
    const generated = { weight: 1, arbitrary: this.generated(schema, name) };
    if (known.length === 0) return generated.arbitrary;
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, generated);
  }

  private generated(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { $ref, allOf, oneOf, type } = schema;
    if ($ref !== undefined) return this.of(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, name);
    if (allOf?.[0] !== undefined) return this.of(allOf[0], name);
    if (oneOf !== undefined) return fc.oneof(...oneOf.map((one) => this.of(one, name)));
    if (!Array.isArray(type)) return this.ofType(schema, name);
    const [first] = type.filter((each) => each !== 'null');
    return fc.option(this.of({ ...schema, type: first }, name), { freq: 4 });
  }

  record({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
    const parts = Object.entries(properties).map(([name, part]) => [name, this.of(part, name)]);
    return fc.record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: required,
      noNullPrototype: true,
    });
  }

  private ofType(schema: Schema, name: string): fc.Arbitrary<unknown> {
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.pattern === idPattern) return idOf(this.world, wordOf(name));
    if (schema.format === 'date-time') return momentNear;
    if (schema.format === 'date') return momentNear.map((moment) => moment.slice(0, 10));
    if (schema.type === 'object') return this.record(schema);
    if (schema.type === 'array') return this.list(schema);
    if (schema.type === 'boolean') return fc.boolean();
    return schema.type === 'string' ? textOf(schema) : numberOf(schema);
  }

  private list({ items = {}, minItems = 0, maxItems = mostItems }: Schema) {
    return fc.array(this.of(items), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, mostItems)),
    });
  }
}

const words: Record<string, string> = {
  federationId: 'federations',
  toParentId: 'federations',
  womensHomeId: 'womens-homes',
  gridId: 'grids',
  ledgerEntryId: 'ledger',
  linkId: 'links',
  visitId: 'visits',
  needId: 'needs',
  fromAccountId: 'accounts',
  toAccountId: 'accounts',
  mediatorId: 'mediators',
};

/** `federationId` asks for the id of a federation. */
const wordOf = (name: string): string => words[name] ?? name;
