import { ledgerEndpoints, linkEndpoints, syncEndpoints, visitEndpoints } from '@niangjia/shared';
import { newId } from '../../../src/platform/ids';
import { aLink } from '../../visits';
import { withId } from '../bodies';
import { keeperAt } from '../field-things';
import type { Row, Target } from '../row';
import { everMade, hers, inBranch } from '../rules';

const withCard = ({ claimCode: linkCode = '0'.repeat(20) }: Target) => ({ body: { linkCode } });

/** Whoever has the card is the woman; the 执委 herself gave it away. */
const byCard = (endpoint: Row['endpoint'], who: 'anyone' | 'signed_in' = 'anyone'): Row => ({
  endpoint,
  who,
  on: { kind: 'link', states: ['open', 'handed_over', 'over'], places: ['village'] },
  lets: everMade,
  otherwise: 'link_code_not_found',
  slow: true,
  ask: withCard,
});

/** Only whoever keeps the grid: not another 执委 of the village, not the chair above. */
const ofOwnGrid = {
  who: ['visit.log'],
  on: { kind: 'entry', states: ['open', 'handed_over', 'over'] },
  lets: hers,
  otherwise: 'ledger_entry_not_found',
  repeats: true,
} as const satisfies Partial<Row>;

const deskGrid = {
  who: ['link.hand_over'],
  on: { kind: 'grid', states: ['open'] },
  lets: inBranch('link.hand_over'),
  otherwise: 'grid_not_found',
  repeats: true,
} as const satisfies Partial<Row>;

const field = { field: 'health' } as const;

export const visitRows: readonly Row[] = [
  { endpoint: linkEndpoints.onMyPhone, who: ['visit.log'], lists: { kind: 'link', lets: hers } },
  byCard(linkEndpoints.byCode),
  byCard(linkEndpoints.endByCode),
  byCard(linkEndpoints.keep, 'signed_in'),
  { endpoint: linkEndpoints.mine, who: 'signed_in', lists: { kind: 'keptLink', lets: hers } },
  {
    endpoint: linkEndpoints.end,
    who: 'signed_in',
    on: { kind: 'keptLink', states: ['open', 'ended', 'gone'] },
    lets: hers,
    otherwise: 'link_not_found',
    ask: withId,
  },
  {
    endpoint: linkEndpoints.holders,
    who: ['link.hand_over'],
    lists: {
      ...{ kind: 'holder', lets: inBranch('link.hand_over') },
      by: ({ accountId }) => accountId,
    },
  },
  {
    endpoint: linkEndpoints.handOver,
    who: ['link.hand_over'],
    on: { kind: 'holder', states: ['open'] },
    lets: inBranch('link.hand_over'),
    otherwise: 'link_holder_not_found',
    repeats: true,
    ask: ({ id, at }, world) => {
      const toAccountId = world.person({ name: keeperAt(at) }).accountId;
      return { body: { fromAccountId: id, toAccountId } };
    },
  },
  {
    // What is not hers is refused fact by fact, in a reply of 200.
    endpoint: syncEndpoints.sync,
    who: ['visit.log'],
    ask: () => ({ body: { facts: [aLink(newId())] } }),
  },
  { endpoint: syncEndpoints.sealingKey, who: ['visit.log'] },
  {
    endpoint: syncEndpoints.submitSealed,
    who: 'anyone',
    ask: () => ({ body: { sealed: [{ id: newId(), keyId: 'k1', box: 'A'.repeat(120) }] } }),
  },
  { endpoint: visitEndpoints.mine, who: ['visit.log'], lists: { kind: 'visit', lets: hers } },
  { endpoint: ledgerEndpoints.grids, who: ['visit.log'], lists: { kind: 'grid', lets: hers } },
  { endpoint: ledgerEndpoints.entries, who: ['visit.log'], lists: { kind: 'entry', lets: hers } },
  { endpoint: ledgerEndpoints.one, ...ofOwnGrid, ask: withId },
  {
    endpoint: ledgerEndpoints.correct,
    ...ofOwnGrid,
    repeats: undefined,
    ask: ({ id }) => ({
      params: { id },
      body: { name: '示例·阿珍', phone: null, address: null, householdId: null, version: 1 },
    }),
  },
  {
    endpoint: ledgerEndpoints.open,
    ...ofOwnGrid,
    ask: ({ id }) => ({ params: { id }, body: field }),
  },
  {
    endpoint: ledgerEndpoints.write,
    ...ofOwnGrid,
    repeats: undefined,
    ask: ({ id }) => ({
      params: { id },
      body: { ...field, text: '膝盖不好', agreed: true, version: 1 },
    }),
  },
  {
    endpoint: ledgerEndpoints.openings,
    ...ofOwnGrid,
    ask: withId,
    unlisted: 'what stands in it are acts, which have no id',
  },
  {
    endpoint: ledgerEndpoints.deskGrids,
    who: ['link.hand_over'],
    lists: { kind: 'grid', lets: inBranch('link.hand_over') },
  },
  {
    endpoint: ledgerEndpoints.addGrid,
    who: ['link.hand_over'],
    on: { kind: 'federation', states: ['open'] },
    lets: inBranch('link.hand_over'),
    otherwise: 'federation_not_found',
    ask: ({ id: federationId }) => ({ body: { federationId, name: '祠堂边' } }),
  },
  {
    endpoint: ledgerEndpoints.giveGrid,
    ...deskGrid,
    ask: ({ id, at }, world) => {
      const { accountId } = world.person({ name: keeperAt(at) });
      return { params: { id }, body: { accountId } };
    },
  },
  {
    // From somebody who does not keep it: the others of the table go on keeping theirs.
    endpoint: ledgerEndpoints.takeGridBack,
    ...deskGrid,
    ask: ({ id }) => ({ params: { id, accountId: newId() } }),
  },
];
