import type { Point } from '@niangjia/shared';

/** Where she is, GCJ-02; or why that is not known. Neither stops her: she picks a town instead. */
export type Position =
  { kind: 'here'; point: Point } | { kind: 'refused' } | { kind: 'unavailable' };
