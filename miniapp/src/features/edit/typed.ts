import {
  addDays,
  dayOf,
  minuteInWords,
  minuteOf,
  momentAt,
  readClockTime,
  readRfc3339,
  rfc3339,
  type Day,
} from '@niangjia/shared';

const plain = (typed: string): string =>
  typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();

const padded = (digits: string): string => digits.padStart(2, '0');

/** `HH:MM` however it was typed: 830, 8：30, 8点30, 17点. Undefined when it is no time of day. */
export function readTypedTime(typed: string): string | undefined {
  const parts = /^(\d{1,2}?)[:：.点]?(\d{2})?分?$/.exec(plain(typed));
  if (!parts) return undefined;
  const time = `${padded(parts[1] ?? '')}:${parts[2] ?? '00'}`;
  return readClockTime(time) === undefined ? undefined : time;
}

/** `YYYY-MM-DD` however it was typed: 20261001, 2026-10-1, 2026年10月1日. Undefined when there is no such day. */
export function readTypedDay(typed: string): Day | undefined {
  const text = plain(typed);
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text);
  if (!parts) return undefined;
  const day = `${parts[1]}-${padded(parts[2] ?? '')}-${padded(parts[3] ?? '')}`;
  return addDays(day, 0) === day ? day : undefined;
}

/** Degrees as typed; undefined when it is no number within the bounds. */
export function readTypedDegrees(
  typed: string,
  { min, max }: { min: number; max: number },
): number | undefined {
  const text = plain(typed).replace(/[°度]$/, '');
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return undefined;
  const degrees = Number(text);
  return degrees >= min && degrees <= max ? degrees : undefined;
}

/** A number of at least nought with at most two decimals, as typed. */
export function readTypedNumber(typed: string): number | undefined {
  const text = plain(typed);
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
}

/** A day and a time of day as they are being typed. */
export interface TypedMoment {
  day: string;
  time: string;
}

/** RFC 3339; undefined when it is no day or no time of day. */
export function readTypedMoment({ day, time }: TypedMoment): string | undefined {
  const onDay = readTypedDay(day);
  const minute = readClockTime(readTypedTime(time) ?? '');
  if (!onDay || minute === undefined) return undefined;
  return rfc3339(momentAt(onDay, minute));
}

/** A moment of the service (RFC 3339) to be typed over. */
export function typedMoment(moment: string): TypedMoment {
  const at = readRfc3339(moment) ?? 0;
  return { day: dayOf(at), time: minuteInWords(minuteOf(at)) };
}
