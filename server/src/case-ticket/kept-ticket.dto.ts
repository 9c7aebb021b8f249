import { caseTicketStates, type CaseTicketState, type KeptTicket } from '@niangjia/shared';
import { DayField, Flag, Identifier, OneOf, Text } from '../platform/http/fields';

export class KeptTicketView implements KeptTicket {
  @Identifier()
  id!: string;

  @Text({ description: '不写是什么事' })
  title!: string;

  @OneOf(caseTicketStates)
  state!: CaseTicketState;

  @DayField()
  keptDay!: string;
}

export class KeptTicketRemovedView {
  @Flag()
  removed!: boolean;
}
