import { addDays, readClockTime, type Day } from '@niangjia/shared';

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
