import {
  type Day,
  type DeskPost,
  type Invitation,
  invitationLimits,
  type Invite,
  type NewInvitation,
  type PostKind,
  postKinds,
} from '@niangjia/shared';
import { DayField, Flag, Identifier, Moment, OneOf, Text } from '../platform/http/fields';

export class InviteBody implements Invite {
  @OneOf(postKinds)
  kind!: PostKind;

  @DayField({ optional: true })
  toDay?: Day;
}

export class InvitationCodeBody {
  @Text(invitationLimits.codeChars)
  code!: string;
}

export class InvitationView implements Invitation {
  @Identifier()
  id!: string;

  @Text()
  federationName!: string;

  @OneOf(postKinds)
  kind!: PostKind;

  @DayField({ nullable: true })
  toDay!: Day | null;

  @Moment()
  expiresAt!: string;
}

export class NewInvitationView extends InvitationView implements NewInvitation {
  @Text()
  code!: string;
}

export class DeskPostView implements DeskPost {
  @Identifier()
  id!: string;

  @OneOf(postKinds)
  kind!: PostKind;

  @Text()
  name!: string;

  @DayField()
  fromDay!: Day;

  @DayField({ nullable: true })
  toDay!: Day | null;
}

export class PostEndedView {
  @Flag()
  ended!: boolean;
}

export class WithdrawnView {
  @Flag()
  withdrawn!: boolean;
}
