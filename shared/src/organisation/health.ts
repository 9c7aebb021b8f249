import { endpoint } from '../endpoint';
import type { FederationKind, FederationLevel } from '../federation/federation';
import type { Page, PageQuery } from '../page';

/** Something to look after, never a mark: nobody is placed above or below anybody by it. */
export type HealthHint =
  | { kind: 'too_few_members'; members: number; min: number; max: number }
  | { kind: 'too_many_members'; members: number; min: number; max: number }
  | { kind: 'links_missing'; name: string; missing: number }
  | { kind: 'quiet'; days: number };

export const healthHintKinds = [
  'too_few_members',
  'too_many_members',
  'links_missing',
  'quiet',
] as const satisfies readonly HealthHint['kind'][];

export interface OrganisationHealth {
  federationId: string;
  federationName: string;
  level: FederationLevel;
  kind: FederationKind;
  members: number;
  /** In sentences to show; none when there is nothing to look after. */
  hints: { kind: HealthHint['kind']; text: string }[];
}

export const healthEndpoints = {
  /** The federations of the branch in the order of the tree, each for itself. */
  list: endpoint<{ params: { id: string }; query: PageQuery; reply: Page<OrganisationHealth> }>()(
    'GET',
    '/desk/federations/:id/health',
  ),
};
