import {
  type CaseTicketChannel,
  caseTicketChannels,
  type CaseTicketKind,
  caseTicketKinds,
  caseTicketLimits,
  type Day,
  type SafeContact,
  type WriteDownTicket,
} from '@niangjia/shared';
import { DayField, Flag, FreeText, Identifier, OneOf, Part } from '../platform/http/fields';
import { SafeContactPart } from './case-ticket.dto';

export class WriteDownTicketBody implements WriteDownTicket {
  @OneOf(caseTicketChannels)
  channel!: CaseTicketChannel;

  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @FreeText(caseTicketLimits.textChars)
  text!: string;

  @Identifier({ optional: true })
  federationId?: string;

  @Flag({ optional: true })
  inDanger?: boolean;

  @Flag({ optional: true })
  notVillage?: boolean;

  @Flag({ optional: true })
  followUp?: boolean;

  @DayField({ optional: true })
  receivedDay?: Day;

  @Flag({ optional: true })
  isKnown?: boolean;

  @Part(() => SafeContactPart, { optional: true })
  contact?: SafeContact;
}
