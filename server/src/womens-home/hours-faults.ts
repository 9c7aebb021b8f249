import type { OpeningHours } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';

/** What the single fields cannot say: an override that ends before it begins. */
export function refuseFaultyHours({ overrides }: OpeningHours): void {
  const faults = overrides.flatMap(({ from, to }, at) =>
    from <= to ? [] : [[`hours.overrides.${at}.to`, '结束那天不能早于开始那天。']],
  );
  if (faults.length > 0) throw new Refusal('bad_input', { fields: Object.fromEntries(faults) });
}
