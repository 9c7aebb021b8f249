import type { LinkEnder } from '@niangjia/shared';

/**
 * Days after the end of a link for which her entry in the ledger and the words of the visits are kept. Beyond
 * the first no law names them: they are the decision of the federation that runs this, and stand here alone.
 */
export const keptDays: Record<LinkEnder, number> = {
  // 个人信息保护法 art. 47: she took her consent back. The coming night.
  woman: 0,
  committee_member: 180,
  federation: 180,
};
