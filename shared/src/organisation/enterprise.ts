import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';

/** An enterprise below a federation, as staff last heard of it. */
export interface Enterprise {
  id: string;
  federationId: string;
  federationName: string;
  name: string;
  hasPartyOrganisation: boolean;
  femaleStaff: number;
  /** The day of which the number is. */
  asOf: Day;
  /** 重点筹建: a federation is to be founded there first. */
  isKey: boolean;
  version: number;
}

export interface EnterpriseFacts {
  name: string;
  hasPartyOrganisation: boolean;
  femaleStaff: number;
  asOf: Day;
}

export interface NewEnterprise extends EnterpriseFacts {
  federationId: string;
}

export interface EnterpriseChange extends EnterpriseFacts {
  version: number;
}

export interface EnterpriseQuery extends PageQuery {
  /** `key`: only the 重点筹建单位. */
  only?: 'key';
}

/** 已组建党组织、女性员工人数超过50人的企业列为重点筹建单位: fifty are not more than fifty. */
export const isKeyEnterprise = (
  facts: Pick<EnterpriseFacts, 'hasPartyOrganisation' | 'femaleStaff'>,
): boolean => facts.hasPartyOrganisation && facts.femaleStaff > keyFemaleStaff;

export const keyFemaleStaff = 50;

export const enterpriseEndpoints = {
  list: endpoint<{ query: EnterpriseQuery; reply: Page<Enterprise> }>()('GET', '/desk/enterprises'),
  add: endpoint<{ body: NewEnterprise; reply: Enterprise }>()('POST', '/desk/enterprises'),
  change: endpoint<{ params: { id: string }; body: EnterpriseChange; reply: Enterprise }>()(
    'PUT',
    '/desk/enterprises/:id',
  ),
};

export const enterpriseLimits = {
  nameChars: { min: 2, max: 80 },
  femaleStaff: { min: 0, max: 1_000_000 },
} as const;
