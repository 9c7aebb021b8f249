import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../platform/database/faults';
import { WeChatIdentityRow } from './wechat-identity.entity';

export const findIdentity = (db: EntityManager, openidIndex: string) =>
  db.findOneBy(WeChatIdentityRow, { openidIndex });

export const findIdentityOf = (db: EntityManager, accountId: string) =>
  db.findOneBy(WeChatIdentityRow, { id: accountId });

/** Answers whether it was added: she may be signing in for the first time on two phones at once. */
export async function addIdentity(tx: EntityManager, row: WeChatIdentityRow): Promise<boolean> {
  try {
    await tx.insert(WeChatIdentityRow, row);
    return true;
  } catch (fault) {
    if (isUniqueViolation(fault)) return false;
    throw fault;
  }
}

export const deleteIdentity = (tx: EntityManager, accountId: string) =>
  tx.delete(WeChatIdentityRow, { id: accountId });
