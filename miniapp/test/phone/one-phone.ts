import { FieldOfHers } from '@/features/visit/field-of-hers';
import type { Office } from '@/features/visit/office';
import type { Disk } from '@/platform/disk';
import { Unreachable } from '@/platform/refused';
import { gridOf, type ModelService } from './model-service';

export const day = '2026-11-22';
let draws = 0;
export const randomBytes = async (count: number) => new Uint8Array(count).fill((draws += 1) % 256);

/** The code of the phone as it is opened for whoever is signed in, over a storage and a service in memory. */
export function phoneOn(disk: Disk, service: ModelService, given: Partial<Office> = {}) {
  const who = { id: 'A' };
  const office: Office = {
    sync: async (facts) => service.sync(who.id, facts),
    submitSealed: async (sealed) => service.submitSealed(sealed),
    sealingKey: async () => service.sealingKey(who.id),
    mayVisit: async () => service.mayVisit(who.id),
    grids: async () => ({ items: [], next: null }),
    women: async (after) => service.women(who.id, after),
    visits: async (after) => service.visitsOf(who.id, after),
    ...given,
  };
  const isSignedIn = (accountId: string) => accountId === who.id;
  const ownClock = () => service.now;
  return new FieldOfHers({ disk, randomBytes, ownClock, office, isSignedIn });
}

export const aLink = (name: string) => ({
  gridId: gridOf('A'),
  name,
  linkedOn: day,
  consent: 'spoken' as const,
});
export const aVisit = (linkId: string, note: string) => ({
  linkId,
  kind: 'home' as const,
  visitDay: day,
  needs: [],
  risk: 'normal' as const,
  note,
});
export const noNetwork = {
  sync: () => Promise.reject(new Unreachable('offline')),
  sealingKey: () => Promise.reject(new Unreachable('offline')),
};
