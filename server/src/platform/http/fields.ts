import { readRfc3339 } from '@niangjia/shared';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { idPattern, isId } from '../ids';
import { field, type FieldOptions, together } from './field';
import { isRecord, notRecord } from './record';
import { hasControls, isBroken, lengthOf, withoutControls } from './text';

interface Range {
  min?: number;
  max?: number;
}

interface Pattern {
  pattern?: { is: RegExp; say: string };
}

type Class = abstract new (...args: never[]) => object;

const broken = '这里有坏掉的字符。删掉它，再写一次。';

function whyNotLength(text: string, { min = 0, max = Infinity }: Range): string | undefined {
  const length = lengthOf(text);
  if (length > max) return `这里最多写 ${max} 个字，现在有 ${length} 个。删短一些。`;
  if (length < min) return min === 1 ? '这里还没有填。填好再提交。' : `这里至少写 ${min} 个字。`;
  return undefined;
}

function whyNotText(value: unknown, range: Range): string | undefined {
  if (typeof value !== 'string') return '这里要填文字。';
  return isBroken(value) ? broken : whyNotLength(value, range);
}

function whyNotLine(value: unknown, limits: Range & Pattern): string | undefined {
  const reason = whyNotText(value, limits);
  if (reason !== undefined) return reason;
  if (hasControls(value as string)) return '这里只能写一行，不要换行。';
  const { pattern } = limits;
  return pattern && !pattern.is.test(value as string) ? pattern.say : undefined;
}

const onText = (change: (text: string) => string) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? change(value) : value));

const lengths = ({ min, max }: Range) => ({ type: String, minLength: min, maxLength: max });

/** One line, trimmed. Lengths in characters; empty is refused unless `min` is 0. */
export const Text = ({ min = 1, max, pattern, ...options }: Range & Pattern & FieldOptions = {}) =>
  together(
    onText((text) => text.trim()),
    field(
      'text',
      (value) => whyNotLine(value, { min, max, pattern }),
      { ...lengths({ min, max }), pattern: pattern?.is.source },
      options,
    ),
  );

/** A pattern for `Text`: a number as people write it. */
export const phoneNumber = {
  is: /^[ +-]*(?:\d[ +-]*){5,}$/,
  say: '电话不对。只写数字、空格、加号和短横，数字至少 5 个。',
};

/** Her own words: kept exactly but for control characters. Blank counts as empty. */
export const FreeText = ({ min = 1, max, ...options }: Range & FieldOptions = {}) =>
  together(
    onText(withoutControls),
    field(
      'text',
      (value) =>
        min > 0 && typeof value === 'string' && value.trim() === ''
          ? whyNotText('', { min })
          : whyNotText(value, { min, max }),
      lengths({ min, max }),
      options,
    ),
  );

const inWords = ({ min, max }: Range): string => {
  if (min === undefined) return max === undefined ? '' : `，不大于 ${max}`;
  return max === undefined ? `，不小于 ${min}` : `，在 ${min} 到 ${max} 之间`;
};

const numberField = (whole: boolean, { min, max, ...options }: Range & FieldOptions) =>
  field(
    'number',
    (value) => {
      const fits = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
      const inRange =
        (value as number) >= (min ?? -Infinity) && (value as number) <= (max ?? Infinity);
      return fits && inRange
        ? undefined
        : `这里要填${whole ? '整数' : '数字'}${inWords({ min, max })}。`;
    },
    { type: whole ? 'integer' : Number, minimum: min, maximum: max },
    options,
  );

export const WholeNumber = (options: Range & FieldOptions = {}) => numberField(true, options);
export const Decimal = (options: Range & FieldOptions = {}) => numberField(false, options);

/** One value of a list; on the wire lower snake case English. */
export const OneOf = (list: readonly string[], options: FieldOptions = {}) =>
  field(
    'text',
    (value) => (list.includes(value as string) ? undefined : '从给出的几项里选一个。'),
    { type: String, enum: [...list] },
    options,
  );

export const Flag = (options: FieldOptions = {}) =>
  field(
    'flag',
    (value) => (typeof value === 'boolean' ? undefined : '这里只能填是或否。'),
    { type: Boolean },
    options,
  );

/** Nothing but yes, for what is done only when somebody agreed. */
export const Yes = (say: string) =>
  field('flag', (value) => (value === true ? undefined : say), { type: Boolean, enum: [true] }, {});

/** RFC 3339 with an offset; stays text. Read it with `readRfc3339`. */
export const Moment = (options: FieldOptions = {}) =>
  field(
    'moment',
    (value) =>
      typeof value === 'string' && readRfc3339(value) !== undefined
        ? undefined
        : '时间要写成 2026-11-22T19:30:00+08:00 这样。',
    { type: String, format: 'date-time' },
    options,
  );

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;

/** A date in China, `2026-11-22`. */
export const DayField = (options: FieldOptions = {}) =>
  field(
    'text',
    (value) =>
      typeof value === 'string' && isDay(value) ? undefined : '日期要写成 2026-11-22 这样。',
    { type: String, format: 'date' },
    options,
  );

/** An id that this server made: 26 Crockford characters. */
export const Identifier = (options: FieldOptions = {}) =>
  field(
    'text',
    (value) => (isId(value) ? undefined : '编号不对。回到列表再选一次。'),
    { type: String, pattern: idPattern },
    options,
  );

export const Part = (part: () => Class, options: FieldOptions = {}) =>
  together(
    Type(part),
    ValidateNested({ message: notRecord }),
    field(
      'text',
      (value) => (isRecord(value) ? undefined : notRecord),
      { type: () => part() },
      options,
    ),
  );

const mostItems = 1000;

function whyNotList(value: unknown, { min = 0, max = mostItems }: Range): string | undefined {
  if (!Array.isArray(value)) return '这里要填一个列表。';
  if (value.length > max) return `这里最多 ${max} 项，现在有 ${value.length} 项。去掉几项。`;
  return value.length < min ? `这里至少要 ${min} 项。` : undefined;
}

const counts = ({ min, max }: Range) => ({ isArray: true as const, minItems: min, maxItems: max });

/** A list of parts, or of values of a given list. `min` and `max` count items. */
export const ListOf = (
  of: (() => Class) | readonly string[],
  { min, max, ...options }: Range & FieldOptions = {},
) =>
  typeof of === 'function'
    ? partsOf(of, { min, max }, options)
    : choicesOf(of, { min, max }, options);

const partsOf = (part: () => Class, range: Range, options: FieldOptions) =>
  together(
    Type(part),
    ValidateNested({ message: notRecord }),
    field(
      'list',
      (value) =>
        whyNotList(value, range) ??
        ((value as unknown[]).every(isRecord) ? undefined : '列表里每一项都要是一组内容。'),
      { type: () => part(), ...counts(range) },
      options,
    ),
  );

const choicesOf = (list: readonly string[], range: Range, options: FieldOptions) =>
  field(
    'list',
    (value) =>
      whyNotList(value, range) ??
      ((value as unknown[]).every((item) => list.includes(item as string))
        ? undefined
        : '从给出的几项里选，去掉别的。'),
    { type: String, enum: [...list], ...counts(range) },
    options,
  );

/** A list whose items are checked one by one later, so that one that is wrong refuses itself alone. */
export const EachForItself = (oneOf: { $ref: string }[], { min, max }: Range) =>
  field(
    'list',
    (value) => whyNotList(value, { min, max }),
    { type: 'array', items: { oneOf }, minItems: min, maxItems: max },
    {},
  );

/** A list of single lines. `min` and `max` count items, `each` limits every line. */
export const Texts = ({
  min,
  max,
  each,
  ...options
}: Range & { each?: Range } & FieldOptions = {}) =>
  field(
    'list',
    (value) =>
      whyNotList(value, { min, max }) ??
      (value as unknown[]).map((item) => whyNotLine(item, { min: 1, ...each })).find(Boolean),
    { type: String, ...counts({ min, max }) },
    options,
  );
