import { whyNotCancel, whyNotRegister, type RegistrableActivity } from './registration.rules';

const closes = 1_790_000_000_000;
const activity = (change: Partial<RegistrableActivity> = {}): RegistrableActivity => ({
  state: 'published',
  registrationClosesAt: closes,
  cancellableUntil: closes,
  ...change,
});

describe('registering', () => {
  it('is possible until the moment it closes', () => {
    expect(whyNotRegister(activity(), undefined, closes - 1)).toBeUndefined();
    expect(whyNotRegister(activity(), undefined, closes)).toBe('activity_closed');
  });

  it('is possible again after cancelling, and not twice', () => {
    expect(whyNotRegister(activity(), 'cancelled', closes - 1)).toBeUndefined();
    expect(whyNotRegister(activity(), 'registered', closes - 1)).toBe('already_registered');
    expect(whyNotRegister(activity(), 'waiting', closes - 1)).toBe('already_registered');
  });

  it('says whether it is cancelled or only closed', () => {
    expect(whyNotRegister(activity({ state: 'cancelled' }), undefined, 0)).toBe(
      'activity_cancelled',
    );
    expect(whyNotRegister(activity({ state: 'closed' }), undefined, 0)).toBe('activity_closed');
    expect(whyNotRegister(activity({ state: 'draft' }), undefined, 0)).toBe('activity_closed');
  });
});

describe('cancelling', () => {
  it('ends some time before the activity, but the waiting list can always be left', () => {
    expect(whyNotCancel(activity(), 'registered', closes - 1)).toBeUndefined();
    expect(whyNotCancel(activity(), 'registered', closes)).toBe('too_late_to_cancel');
    expect(whyNotCancel(activity(), 'waiting', closes)).toBeUndefined();
  });

  it('happens once', () => {
    expect(whyNotCancel(activity(), 'cancelled', 0)).toBe('registration_cancelled');
  });
});
