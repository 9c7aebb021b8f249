import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cipher, openWith, sealWith } from '../platform/crypto/cipher';
import { type CaseTicket, wrappedKey } from './case-ticket.entity';

const keyBytes = 32;
const claimCell = (ticketId: string): string => `case_ticket.claim_wrapped_key.${ticketId}`;

/** A table and its column: those of this module, and of those whose rows hang on a ticket. */
type SealedPlace = `${string}.sealed_${string}`;

/** A ticket's own key: what is sealed with it is gone for ever once the key is deleted. */
export class TicketKey {
  constructor(private readonly key: Buffer) {}

  /** For one cell: moved to another row or column it does not open. */
  seal(place: SealedPlace, rowId: string, text: string): string {
    return sealWith(this.key, `${place}.${rowId}`, text);
  }

  /** @throws SealBroken */
  open(place: SealedPlace, rowId: string, sealed: string): string {
    return openWith(this.key, `${place}.${rowId}`, sealed);
  }

  /** Sealed under what only her claim code gives. */
  wrapForClaim(ticketId: string, claimKey: Buffer): string {
    return sealWith(claimKey, claimCell(ticketId), this.key.toString('base64url'));
  }
}

type Wrapped = Pick<CaseTicket, 'id' | 'wrappedKey' | 'claimWrappedKey'>;

@Injectable()
export class TicketKeys {
  constructor(private readonly cipher: Cipher) {}

  /** A new key with its two wrappings: one for the desk, one for her. */
  make(ticketId: string, claimKey: Buffer) {
    const bytes = randomBytes(keyBytes);
    const key = new TicketKey(bytes);
    return {
      key,
      wrappedKey: this.cipher.seal(wrappedKey, ticketId, bytes.toString('base64url')),
      claimWrappedKey: key.wrapForClaim(ticketId, claimKey),
    };
  }

  /** For the desk. Undefined once the ticket was shredded. @throws SealBroken */
  ofDesk(ticket: Wrapped): TicketKey | undefined {
    if (ticket.wrappedKey === null) return undefined;
    return keyFrom(this.cipher.open(wrappedKey, ticket.id, ticket.wrappedKey));
  }

  /** For her. Undefined once the ticket was shredded. @throws SealBroken */
  ofClaim(ticket: Wrapped, claimKey: Buffer): TicketKey | undefined {
    if (ticket.claimWrappedKey === null) return undefined;
    return keyFrom(openWith(claimKey, claimCell(ticket.id), ticket.claimWrappedKey));
  }
}

const keyFrom = (text: string): TicketKey => new TicketKey(Buffer.from(text, 'base64url'));
