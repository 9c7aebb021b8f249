import type { GivenPerson } from '../given';
import type { Place } from './places';
import type { Thing } from './rules';
import type { World } from './world';

/** What an 执委 keeps of women, and what a woman sees of it. */
/** What heads and staff keep of the organisation. */
export type OfficeKind = 'committee' | 'enterprise' | 'post' | 'invitation';

export type FieldKind = 'grid' | 'link' | 'entry' | 'visit' | 'keptLink' | 'holder';

/** What comes to the desk and what staff do with it. */
export type TicketKind =
  | 'ticket'
  | 'referral'
  | 'mediator'
  | 'kept'
  | 'measured'
  | 'escalation'
  | 'approval'
  | 'offer'
  | 'filter';

/** What had to be made for a thing; at the same place and of the same woman, unless it says otherwise. */
export type Aside = Pick<Thing, 'id' | 'state' | 'of' | 'on'> & { kind: Kind; at?: Place };

type Made = Pick<Thing, 'id' | 'on'> & {
  claimCode?: string;
  version?: number;
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
  | 'notification'
  | 'session'
  | TicketKind
  | FieldKind
  | OfficeKind;

/** Makes one in that place and state; `of` is the woman whose it is to be. */
export type Make = (world: World, at: Place, state: string, of: GivenPerson) => Promise<Made>;
