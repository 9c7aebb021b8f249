import type {
  CountedItem,
  DeskPost,
  Enterprise,
  Federation,
  Invitation,
  MoveOfFederation,
  NewInvitation,
  OrganisationFile,
  OrganisationHealth,
} from '@niangjia/shared';

/** What the pages of the organisation meet, with only the facts that a test names changed. */
export const aFile = (facts: Partial<OrganisationFile> = {}): OrganisationFile => ({
  id: 'F1',
  name: '霞美镇妇联',
  kind: 'federation',
  sector: 'place',
  level: 'town',
  parentId: 'nanan',
  divisionCode: '350583109',
  establishmentMode: 'alone',
  partners: [],
  enteredOn: '2026-01-01',
  convertedFrom: null,
  convertedOn: null,
  counts: [
    { what: 'federation', kind: 'federation', sector: 'place', n: 17 },
    { what: 'federation', kind: 'micro_home', sector: 'enterprise', n: 5 },
    { what: 'womens_home', kind: 'womens_home', sector: null, n: 16 },
    { what: 'post', kind: 'committee_member', sector: null, n: 21 },
  ],
  moves: [],
  mayEdit: true,
  mayAppoint: true,
  ...facts,
});

export const aCommittee = (facts: Partial<OrganisationFile> = {}): OrganisationFile =>
  aFile({
    id: 'F2',
    name: '裕远包袋妇委会',
    kind: 'committee',
    sector: 'enterprise',
    level: 'unit',
    divisionCode: null,
    parentId: 'F1',
    counts: [],
    ...facts,
  });

export const aFederation = (facts: Partial<Federation> = {}): Federation => ({
  id: 'F3',
  name: '金枝村妇联',
  kind: 'federation',
  sector: 'place',
  level: 'village',
  parentId: 'F1',
  divisionCode: '350583109202',
  establishmentMode: 'alone',
  partners: [],
  ...facts,
});

export const aMove = (facts: Partial<MoveOfFederation> = {}): MoveOfFederation => ({
  id: 'V1',
  movedOn: '2026-11-20',
  reason: '区划调整',
  fromName: '梅山镇妇联',
  toName: '霞美镇妇联',
  ...facts,
});

export const aCountedItem = (facts: Partial<CountedItem> = {}): CountedItem => ({
  id: 'C1',
  name: '示例·陈秀英',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  ...facts,
});

export const aHealth = (facts: Partial<OrganisationHealth> = {}): OrganisationHealth => ({
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  level: 'village',
  kind: 'federation',
  members: 12,
  hints: [],
  ...facts,
});

export const aPost = (facts: Partial<DeskPost> = {}): DeskPost => ({
  id: 'P1',
  kind: 'committee_member',
  name: '示例·陈秀英',
  fromDay: '2026-01-01',
  toDay: null,
  ...facts,
});

export const anInvitation = (facts: Partial<Invitation> = {}): Invitation => ({
  id: 'I1',
  federationName: '霞美镇妇联',
  kind: 'staff',
  toDay: null,
  expiresAt: '2026-11-29T09:00:00+08:00',
  ...facts,
});

export const invitationCode = '31415926535897932384';
export const aNewInvitation = (): NewInvitation => ({ ...anInvitation(), code: invitationCode });

export const anEnterprise = (facts: Partial<Enterprise> = {}): Enterprise => ({
  id: 'N1',
  federationId: 'F1',
  federationName: '霞美镇妇联',
  name: '示例·阳光制衣',
  hasPartyOrganisation: true,
  femaleStaff: 51,
  asOf: '2026-11-01',
  isKey: true,
  version: 1,
  ...facts,
});
