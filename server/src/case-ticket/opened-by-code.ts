import type { Audited } from '../audit';

export const openedByCodeAct = 'open_by_shown_code';

/** Whoever opened it needs no account: it may be she, or somebody who saw her code. */
export const openedByCode = (id: string): Audited => ({
  accountId: null,
  act: openedByCodeAct,
  subject: { type: 'case_ticket', id },
});
