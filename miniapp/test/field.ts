import type {
  DeskGrid,
  Grid,
  LedgerEntry,
  LinkedWoman,
  LinkHolder,
  LinkOfHers,
  Visit,
} from '@niangjia/shared';

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
  hasLinks: true,
  isServing: true,
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
  version: 1,
  fieldVersions: { health: 2, hardship: 1, family: 1, children: 1 },
  ...facts,
});

export const aGrid = (facts: Partial<Grid> = {}): Grid => ({
  id: 'G1',
  federationId: 'xiamei',
  name: '霞美村 3 组',
  ...facts,
});

export const aDeskGrid = (facts: Partial<DeskGrid> = {}): DeskGrid => ({
  ...aGrid(),
  federationName: '霞美村妇联',
  holders: [],
  ...facts,
});

export const aWoman = (facts: Partial<LinkedWoman> = {}): LinkedWoman => ({
  id: 'L1',
  ledgerEntryId: 'E1',
  gridId: 'G1',
  householdId: null,
  name: '示例·许春花',
  phone: '13800000001',
  address: '霞美村 3 组 12 号',
  linkedOn: '2026-03-01',
  lastVisitDay: '2026-11-01',
  followUpDay: null,
  handedOverOn: null,
  ...facts,
});

export const aVisit = (facts: Partial<Visit> = {}): Visit => ({
  id: 'V1',
  linkId: 'L1',
  kind: 'home',
  visitDay: '2026-11-01',
  needs: [],
  risk: 'normal',
  note: null,
  followUpDay: null,
  receivedAt: '2026-11-01T18:00:00+08:00',
  mark: null,
  ticketed: [],
  ...facts,
});
