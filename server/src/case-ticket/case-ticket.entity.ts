import type {
  CaseTicketChannel,
  CaseTicketKind,
  CaseTicketOutcome,
  CaseTicketRisk,
  CaseTicketState,
} from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const wrappedKey = sealedColumn('case_ticket', 'wrapped_key');

/**
 * A request for help. Unless it was made of a need at a visit, nothing here or in the tables below joins to
 * a person, a session, an address or the poster she scanned: ids are random, times are to the minute.
 */
@Entity('case_ticket')
@Index('case_ticket_claim', ['claimLookup'], { unique: true })
@Index('case_ticket_desk', ['federationId', 'receivedAt'])
@Index('case_ticket_assignee', ['assigneeAccountId'])
@Index('case_ticket_shred', ['state', 'closedAt'])
export class CaseTicket {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.str(30))
  kind!: CaseTicketKind;

  /** Null of one from before channels were kept: she asked herself. */
  @Column(column.nullable(column.str(15)))
  channel!: CaseTicketChannel | null;

  @Column(column.str(20))
  state!: CaseTicketState;

  @Column(column.str(10))
  risk!: CaseTicketRisk;

  /** Whose desk it lies on. */
  @Column(column.id())
  federationId!: string;

  /** Who it was given to. */
  @Column(column.nullable(column.id()))
  assigneeAccountId!: string | null;

  /** Staff say that it concerns a minor, whatever its kind. */
  @Column(column.nullable(column.bool()))
  markedMinor!: boolean | null;

  /** With what it was closed last. */
  @Column(column.nullable(column.str(20)))
  outcome!: CaseTicketOutcome | null;

  @Column(column.at())
  receivedAt!: number;

  @Column(column.nullable(column.at()))
  closedAt!: number | null;

  @Column(column.bool())
  notVillage!: boolean;

  @Column(column.bool())
  followUp!: boolean;

  @Column(column.nullable(column.bool()))
  inDanger!: boolean | null;

  @Column(column.nullable(column.text()))
  sealedContact!: string | null;

  /** Counts what happened to it; the number orders messages and events within their minute. */
  @Column(column.integer())
  version!: number;

  /** Her own key to the ticket, sealed with the ring. Null once it was shredded. */
  @Column(column.nullable(column.str(200)))
  wrappedKey!: string | null;

  /** The visit at which she agreed that a need becomes a ticket; the one thing that leads back to her. */
  @Column(column.nullable(column.id()))
  visitId!: string | null;

  /** The slow derivation of her claim code that finds the ticket. */
  @Column(column.nullable(column.str(43)))
  claimLookup!: string | null;

  /** Staff wrote it down for her and saw the digits of her code. */
  @Column(column.nullable(column.bool()))
  codeSeenByStaff!: boolean | null;

  /** The ticket's key, sealed under the other slow derivation of her claim code. */
  @Column(column.nullable(column.str(200)))
  claimWrappedKey!: string | null;
}
