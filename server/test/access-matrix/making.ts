import type { GivenPerson } from '../given';
import type { Place } from './places';
import type { Thing } from './rules';
import type { World } from './world';

/** What an 执委 keeps of women, and what a woman sees of it. */
/** What heads and staff keep of the organisation. */
export type OfficeKind = 'committee' | 'enterprise' | 'post' | 'invitation';

export type FieldKind = 'grid' | 'link' | 'entry' | 'visit' | 'keptLink' | 'holder';

/** What had to be made for a thing. */
export type Aside = Pick<Thing, 'id' | 'state'> & { kind: Kind; of?: string };

type Made = Pick<Thing, 'id'> & {
  claimCode?: string;
  also?: Aside[];
};

export type Kind =
  | 'federation'
  | 'activity'
  | 'registration'
  | 'job'
  | 'shift'
  | 'booking'
  | 'home'
  | 'code'
  | 'ticket'
  | 'referral'
  | 'mediator'
  | 'kept'
  | 'notification'
  | 'session'
  | FieldKind
  | OfficeKind;

/** Makes one in that place and state; `of` is the woman whose it is to be. */
export type Make = (world: World, at: Place, state: string, of: GivenPerson) => Promise<Made>;
