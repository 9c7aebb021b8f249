import { ledgerLimits, type ConsentWay, type Day, type LedgerEntry } from '@niangjia/shared';
import type { FieldWoman, LinkWritten } from '@/features/visit/field';

/** Somebody for the list as far as she has written her down. */
export interface LinkDraft {
  /** Of the link that it becomes. */
  id?: string;
  gridId?: string;
  /** When she is in the ledger already. */
  ledgerEntryId?: string;
  householdId?: string;
  name: string;
  phone: string;
  address: string;
  consent?: ConsentWay;
}

export const anEmptyLink: LinkDraft = { name: '', phone: '', address: '' };

/** As she stands in the ledger. */
export const fromLedger = (entry: LedgerEntry): LinkDraft => ({
  gridId: entry.gridId,
  ledgerEntryId: entry.id,
  householdId: entry.householdId ?? undefined,
  name: entry.name,
  phone: entry.phone ?? '',
  address: entry.address ?? '',
});

/** Another woman than the one in the ledger: nothing of hers stays, her yes least of all. */
export const anotherWoman: Partial<LinkDraft> = {
  ...anEmptyLink,
  ledgerEntryId: undefined,
  householdId: undefined,
  consent: undefined,
};

export type Faults = Partial<Record<'gridId' | 'name' | 'phone' | 'address' | 'consent', string>>;
type Limit = { min: number; max: number };

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

function whyNotFit(text: string, { min, max }: Limit, what: string): string | undefined {
  const length = [...text.trim()].length;
  if (length === 0) return undefined;
  if (length < min) return `${what}至少 ${min} 个字。`;
  return length > max ? `${what}最多 ${max} 个字。` : undefined;
}

export const whyNotContact = ({ name, phone, address }: LinkDraft): Faults => ({
  name: name.trim() ? whyNotFit(name, ledgerLimits.nameChars, '姓名') : '写一下她的姓名。',
  phone: whyNotFit(phone, ledgerLimits.phoneChars, '电话'),
  address: whyNotFit(address, ledgerLimits.addressChars, '住址'),
});

export const whyNotSaveLink = (draft: LinkDraft): Faults => ({
  gridId: draft.gridId ? undefined : '选一下她在哪个网格。',
  ...whyNotContact(draft),
  consent: draft.consent ? undefined : '她同意了才能加。',
});

export function writtenLink(draft: LinkDraft, linkedOn: Day): LinkWritten | undefined {
  const { gridId, consent, name, phone, address, ledgerEntryId, householdId } = draft;
  if (!gridId || !consent || Object.values(whyNotSaveLink(draft)).some(Boolean)) return undefined;
  return {
    gridId,
    linkedOn,
    consent,
    name: name.trim(),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(address.trim() && { address: address.trim() }),
    ...(ledgerEntryId && { ledgerEntryId }),
    ...(householdId && { householdId }),
  };
}

/** Somebody on the list who may be the same: said at once, forbidding nothing. */
export function maybeSame(
  { name, phone }: LinkDraft,
  women: readonly FieldWoman[],
): FieldWoman | undefined {
  const digits = digitsOf(phone);
  const isSame = (woman: FieldWoman) =>
    (name.trim() !== '' && woman.name === name.trim()) ||
    (digits !== '' && digitsOf(woman.phone ?? '') === digits);
  return women.find(isSame);
}
