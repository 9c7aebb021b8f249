import type { WhoAsks } from '@niangjia/shared';

/** A request without an account names nobody. */
export const nobodyKnown: WhoAsks = { nameKnown: false, addressKnown: false };
