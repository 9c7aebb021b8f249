import { type RefusalCode, refusals } from '@niangjia/shared';
import { Not } from 'typeorm';
import { AuditEntryRow } from '../../src/audit';
import type { TestApp } from '../app';
import type { Cell } from './cell';
import { expectedOf } from './expected';
import type { World } from './world';

/** Decided, and written a second time: she may not, though the status says something else. */
const mayNot: readonly RefusalCode[] = [
  'reauth_needed',
  'case_ticket_locked',
  'unlock_not_asked',
  'unlock_same_person',
  'extension_not_asked',
  'extension_same_person',
];

/** What the audit says of refusals, but for what was seen before. */
export async function refusalsSince(
  { dataSource }: TestApp,
  seen: readonly AuditEntryRow[] = [],
): Promise<AuditEntryRow[]> {
  const before = new Set(seen.map(({ id }) => id));
  const rows = await dataSource.manager.findBy(AuditEntryRow, { result: Not('done') });
  return rows.filter(({ id }) => !before.has(id));
}

export const told = ({ accountId, result, subjectId }: AuditEntryRow): string =>
  `${accountId} ${result} ${subjectId}`;

/** What it must say of one cell: nothing of whom nobody knows, nor of what anybody may ask. */
export function toldOf({ row, caller, target }: Cell, world: World): string[] {
  const code = expectedOf(row, caller, target);
  if (code === 'done' || caller.session !== 'live') return [];
  const isOfPosts = typeof row.who !== 'string' || code === 'invitation_not_found';
  if (!isOfPosts || !([403, 404].includes(refusals[code].status) || mayNot.includes(code)))
    return [];
  const { params = {} } = row.ask?.(target!, world) ?? {};
  return [`${world.person(caller).accountId} ${code} ${params.id ?? ''}`];
}
