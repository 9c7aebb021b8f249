import type { LedgerEntry, LinkHolder, LinkOfHers } from '@niangjia/shared';

/** What stands on a card that a woman was given. */
export const linkCode = '70314462095811736285';

/** What the pages of an 执委 and of her women meet, with only the facts that a test names changed. */
export const aLinkOfHers = (facts: Partial<LinkOfHers> = {}): LinkOfHers => ({
  id: 'L1',
  federationName: '霞美村妇联',
  committeeMemberName: '示例·陈秀英',
  linkedOn: '2026-10-01',
  state: 'active',
  kept: '姓名、电话、来过 2 次',
  ...facts,
});

export const aLinkHolder = (facts: Partial<LinkHolder> = {}): LinkHolder => ({
  accountId: 'holder',
  name: '示例·陈秀英',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  links: 24,
  ...facts,
});

export const aLedgerEntry = (facts: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 'E1',
  gridId: 'G1',
  householdId: null,
  name: '示例·许春花',
  phone: '13800000001',
  address: '霞美村 3 组 12 号',
  holds: ['health'],
  ...facts,
});
