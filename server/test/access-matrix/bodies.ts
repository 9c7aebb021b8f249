import { rfc3339 } from '@niangjia/shared';
import { aDraft } from '../jobs';
import type { Place } from './places';
import type { Target } from './row';
import type { World } from './world';

const hourMs = 3_600_000;

/** Valid bodies: what is refused is refused for who asks, not for what is asked. */
export const activityDraft = ({ t, federations }: World, place: Place) => {
  const at = (hours: number) => rfc3339(t.clock.now() + hours * hourMs);
  return {
    federationId: federations[place].id,
    title: '一起包粽子',
    text: '带上围裙就行。',
    place: '某村妇女之家',
    point: { lng: 118.4, lat: 24.9 },
    startsAt: at(24),
    endsAt: at(26),
    registrationClosesAt: at(23),
    cancellableUntil: at(23),
    seats: 10,
  };
};

export const jobDraft = ({ federations }: World, place: Place) =>
  aDraft({ federationId: federations[place].id });

export const homeChange = {
  name: '某村妇女之家',
  address: '某村 2 号',
  phone: null,
  services: ['rights_help'],
  hours: { weekly: [[], [], [], [], [], [], []], onHolidays: 'closed', overrides: [] },
  point: { lng: 118.4, lat: 24.9 },
  version: 1,
};

export const withId = ({ id }: Target) => ({ params: { id } });

export const withCode = ({ id: code }: Target) => ({ params: { code } });

export const withClaim =
  (more: object = {}) =>
  ({ claimCode = '00000000000000000000' }: Target) => ({ body: { claimCode, ...more } });
