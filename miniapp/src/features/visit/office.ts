import {
  accountEndpoints,
  type FieldFact,
  type Grid,
  ledgerEndpoints,
  linkEndpoints,
  type LinkedWoman,
  type Page,
  type SealedFact,
  type SealingKey,
  type Synced,
  syncEndpoints,
  type Visit,
  visitEndpoints,
} from '@niangjia/shared';
import { mayDo } from '@/features/account/rights';
import { call } from '@/platform/call';

/** What a phone asks of the service. Throws `Refused` when it says no and `Unreachable` when no answer comes. */
export interface Office {
  sync(facts: FieldFact[]): Promise<Synced>;
  submitSealed(sealed: SealedFact[]): Promise<Synced>;
  sealingKey(): Promise<SealingKey>;
  /** Whether she is still an 执委. */
  mayVisit(): Promise<boolean>;
  grids(): Promise<Page<Grid>>;
  women(after?: string): Promise<Page<LinkedWoman>>;
  visits(after?: string): Promise<Page<Visit>>;
}

const limit = 100;
/** A batch over one bar of signal. A reply that is lost costs nothing but the way. */
const timeoutMs = 30_000;

export const theOffice: Office = {
  sync: (facts) => call(syncEndpoints.sync, { body: { facts }, timeoutMs }),
  submitSealed: (sealed) => call(syncEndpoints.submitSealed, { body: { sealed }, timeoutMs }),
  sealingKey: () => call(syncEndpoints.sealingKey, {}),
  mayVisit: async () => mayDo(await call(accountEndpoints.me, {}), 'visit.log'),
  grids: () => call(ledgerEndpoints.grids, { timeoutMs }),
  women: (after) => call(linkEndpoints.onMyPhone, { query: { limit, after }, timeoutMs }),
  visits: (after) => call(visitEndpoints.mine, { query: { limit, after }, timeoutMs }),
};
