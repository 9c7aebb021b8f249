import type { OpeningHours } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';

/** What the single fields cannot say: an override that ends before it begins. */
export function refuseFaultyHours({ overrides }: OpeningHours): void {
  const fields: Record<string, string> = {};
  overrides.forEach(({ from, to }, at) => {
    if (from > to) fields[`hours.overrides.${at}.to`] = '结束那天不能早于开始那天。';
  });
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
}
