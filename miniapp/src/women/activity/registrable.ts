import type { Activity, MyRegistration } from '@niangjia/shared';

export interface Registrable {
  activity: Activity;
  onOutcome: (registration: MyRegistration) => void;
  /** The service knows it otherwise: look again. */
  onStale: () => void;
}
