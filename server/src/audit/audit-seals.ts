import { createHmac, hkdfSync } from 'node:crypto';
import { retentionDays } from '../account';
import type { Keys } from '../platform/crypto/keys';
import { type AuditChainRow, type ChainName } from './audit-chain.entity';
import type { AuditEntryRow } from './audit-entry.entity';

/** What says only that she was here. */
const signIns = ['session', 'account'];

export const chainOf = ({ subjectType }: Pick<AuditEntryRow, 'subjectType'>): ChainName =>
  signIns.includes(subjectType) ? 'sign_in' : 'access';

export const keptDays: Record<ChainName, number> = {
  sign_in: retentionDays.signInRecord,
  access: retentionDays.accessRecord,
};

/** Before the first entry there ever was. */
export const unbegun = '';

export type Ends = Omit<AuditChainRow, 'signature'>;

/** Keyed hashes: whoever has the database without the secrets makes none that fits. */
export class AuditSeals {
  private readonly key: Buffer;

  /** From a secret that never changes, so that old entries can be checked. */
  constructor({ blindIndex }: Pick<Keys, 'blindIndex'>) {
    this.key = Buffer.from(hkdfSync('sha256', blindIndex, '', 'audit chain', 32));
  }

  /** Over all that the entry says, its place, and the seal before it. */
  sealOf(before: string, chain: string, position: number, entry: AuditEntryRow): string {
    const { id, at, accountId, action, subjectType, subjectId, result } = entry;
    const said = [id, at, accountId, action, subjectType, subjectId, result];
    return this.hash(['entry', before, chain, position, ...said]);
  }

  signatureOf({ name, startPosition, startSeal, endPosition, endSeal }: Ends): string {
    return this.hash(['ends', name, startPosition, startSeal, endPosition, endSeal]);
  }

  private hash(said: unknown[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(said)).digest('base64url');
  }
}
