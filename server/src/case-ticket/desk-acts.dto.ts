import {
  type AssignTicket,
  type CaseTicketState,
  caseTicketStates,
  type DeskEventKind,
  deskEventKinds,
  deskLimits,
  type DeskPerson,
  type LastMove,
  type OpenHandOver,
  type PostKind,
  postKinds,
  type RedirectTicket,
  type UnlockRequest,
} from '@niangjia/shared';
import {
  Flag,
  FreeText,
  Identifier,
  Moment,
  OneOf,
  Text,
  WholeNumber,
} from '../platform/http/fields';

export class LastMoveView implements LastMove {
  @Text({ nullable: true })
  who!: string | null;

  @Flag()
  isMe!: boolean;

  @OneOf(deskEventKinds)
  what!: DeskEventKind;

  @OneOf(caseTicketStates, { nullable: true })
  to!: CaseTicketState | null;

  @Moment()
  at!: string;
}

export class OpenHandOverView implements OpenHandOver {
  @Text()
  federationName!: string;

  @Text({ nullable: true })
  offeredByName!: string | null;

  @Moment()
  offeredAt!: string;
}

export class UnlockRequestView implements UnlockRequest {
  @Identifier()
  accountId!: string;

  @Text({ nullable: true })
  name!: string | null;

  @FreeText()
  reason!: string;

  @Moment()
  askedAt!: string;
}

/** The version of the ticket as she saw it. */
export class SeenBody {
  @WholeNumber({ min: 1 })
  version!: number;
}

export class DeskPersonView implements DeskPerson {
  @Identifier()
  accountId!: string;

  @Text()
  name!: string;

  @OneOf(postKinds)
  postKind!: PostKind;

  @Text()
  federationName!: string;

  @Flag()
  isMe!: boolean;

  @Flag()
  mayHave!: boolean;

  @Flag()
  mayBar!: boolean;

  @Flag()
  isBarred!: boolean;
}

export class AssignTicketBody extends SeenBody implements AssignTicket {
  @Identifier({ nullable: true })
  accountId!: string | null;

  @FreeText({ ...deskLimits.reasonChars, optional: true })
  reason?: string;
}

export class RedirectTicketBody extends SeenBody implements RedirectTicket {
  @Text(deskLimits.whereChars)
  where!: string;

  @FreeText(deskLimits.reasonChars)
  reason!: string;
}
