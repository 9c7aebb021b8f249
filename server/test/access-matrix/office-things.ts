import type { Enterprise, NewInvitation } from '@niangjia/shared';
import { newId } from '../../src/platform/ids';
import { aFederation, aPerson } from '../given';
import type { Make, OfficeKind } from './making';

/** A 妇委会 that can be moved below another unit of the same place: where to stands as its code. */
const committee: Make = async ({ t, federations }, at) => {
  const unit = { parent: federations[at], level: 'unit', sector: 'enterprise' } as const;
  const { id: claimCode } = await aFederation(t, unit);
  const { id } = await aFederation(t, { ...unit, kind: 'committee' });
  const below = { kind: 'federation', id: claimCode, state: 'below' } as const;
  return { id, claimCode, also: [below, { ...below, id, state: 'committee_below' }] };
};

const enterprise: Make = async (world, at) => {
  const facts = { name: '某厂', hasPartyOrganisation: true, femaleStaff: 51, asOf: '2026-11-01' };
  const body = { ...facts, federationId: world.federations[at].id };
  return (await world.t.http.post<Enterprise>('/desk/enterprises', body, world.staffAt[at])).body;
};

const post: Make = async ({ t, federations }, at) => {
  const { postIds, accountId } = await aPerson(t, [{ in: federations[at], kind: 'staff' }]);
  return { id: postIds[0] ?? newId(), on: accountId };
};

/** By the head of the county, for what lies in it. */
const invitation: Make = async (world, at) => {
  const path = `/desk/federations/${world.federations[at].id}/invitations`;
  const head = world.person({ name: 'chair of county' });
  const { body } = await world.t.http.post<NewInvitation>(path, { kind: 'staff' }, head);
  return { id: body.id, claimCode: body.code };
};

export const officeMakers: Record<OfficeKind, Make> = { committee, enterprise, post, invitation };
