import { type SensitiveField, sensitiveFieldLabels, sensitiveFields } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cipher } from '../platform/crypto/cipher';
import { entryAddress, entryName, entryPhone, type LedgerEntryRow } from './ledger-entry.entity';
import {
  changeEntry,
  deleteEntries,
  findByMarks,
  findEntries,
  holdEntries,
  insertEntries,
  setClosed,
} from './ledger.repository';

const nameMarkPlace = { table: 'ledger_entry', column: 'name_mark' };
const phoneMarkPlace = { table: 'ledger_entry', column: 'phone_mark' };

export interface NewEntry {
  id: string;
  gridId: string;
  householdId?: string;
  name: string;
  phone?: string;
  address?: string;
}

/** How she is called and found. */
export interface Contact {
  id: string;
  gridId: string;
  householdId: string | null;
  name: string;
  phone: string | null;
  address: string | null;
}

/** As a phone sends it, or as it should stand. */
type Written = NewEntry | Contact;

interface Marks {
  nameMark: string;
  phoneMark: string | null;
}

const nameForm = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
const phoneForm = (phone = ''): string => phone.normalize('NFKC').replace(/\D/g, '').slice(-11);

type Words = Pick<NewEntry, 'name' | 'phone' | 'address'>;

/** Whether what is said of her is what stands there: what is left out says nothing. */
export const isSaidOf = (
  { name, phone, address }: Words,
  there: Pick<Contact, 'name' | 'phone' | 'address'>,
): boolean =>
  nameForm(name) === nameForm(there.name) &&
  (phone === undefined || phoneForm(phone) === phoneForm(there.phone ?? '')) &&
  (address === undefined || nameForm(address) === nameForm(there.address ?? ''));

/** What visits write into the ledger and read of it. */
@Injectable()
export class LedgerEntries {
  constructor(private readonly cipher: Cipher) {}

  rowsOf(db: EntityManager, ids: readonly string[]): Promise<LedgerEntryRow[]> {
    return findEntries(db, ids);
  }

  async add(tx: EntityManager, entries: readonly NewEntry[], writtenAt: number): Promise<void> {
    await insertEntries(
      tx,
      entries.map((entry) => this.rowFor(entry, writtenAt)),
    );
  }

  async contactsOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, Contact>> {
    const rows = await findEntries(db, ids);
    return new Map(rows.map((row) => [row.id, this.contactOf(row)]));
  }

  /** What sorts of things stand in each, in words; what they say is not opened. */
  async sortsOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await findEntries(db, ids);
    return new Map(rows.map((row) => [row.id, sortsIn(row)]));
  }

  contactOf({ id, gridId, householdId, ...row }: LedgerEntryRow): Contact {
    return {
      id,
      gridId,
      householdId,
      name: this.cipher.open(entryName, id, row.name),
      phone: row.phone && this.cipher.open(entryPhone, id, row.phone),
      address: row.address && this.cipher.open(entryAddress, id, row.address),
    };
  }

  /** For each entry another one of its grid with the same phone, or else the same name. */
  async twinsOf(db: EntityManager, entries: readonly NewEntry[]): Promise<Map<string, string>> {
    const marks = entries.map((entry) => ({ id: entry.id, ...this.marksOf(entry) }));
    const phones = marks.flatMap(({ phoneMark }) => phoneMark ?? []);
    const names = marks.map(({ nameMark }) => nameMark);
    const found = await findByMarks(db, names, phones);
    return new Map(marks.flatMap((mark) => twinAmong(found, mark)));
  }

  /** Whether it was still the version that was read. Whoever may be the same is found by the new words. */
  correct(tx: EntityManager, contact: Contact, version: number): Promise<boolean> {
    return changeEntry(tx, contact.id, { of: 'version', version }, this.wordsOf(contact));
  }

  /** Before the links to them are held, never after. */
  async hold(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await holdEntries(tx, ids);
  }

  /** No list shows them from now on. */
  async close(tx: EntityManager, ids: readonly string[], closedAt: number): Promise<void> {
    await setClosed(tx, ids, closedAt);
  }

  /** Every word of them goes. */
  async forget(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await deleteEntries(tx, ids);
  }

  private marksOf({ gridId, name, phone }: Written): Marks {
    const digits = phoneForm(phone ?? '');
    return {
      nameMark: this.cipher.blindIndex(nameMarkPlace, `${gridId}\0${nameForm(name)}`),
      phoneMark: digits ? this.cipher.blindIndex(phoneMarkPlace, `${gridId}\0${digits}`) : null,
    };
  }

  private wordsOf(written: Written) {
    const { id, householdId = null, name, phone, address } = written;
    return {
      householdId,
      name: this.cipher.seal(entryName, id, name),
      phone: phone ? this.cipher.seal(entryPhone, id, phone) : null,
      address: address ? this.cipher.seal(entryAddress, id, address) : null,
      ...this.marksOf(written),
    };
  }

  private rowFor(entry: NewEntry, writtenAt: number): LedgerEntryRow {
    const { id, gridId } = entry;
    return {
      id,
      gridId,
      ...this.wordsOf(entry),
      version: null,
      health: null,
      hardship: null,
      family: null,
      children: null,
      healthVersion: null,
      hardshipVersion: null,
      familyVersion: null,
      childrenVersion: null,
      writtenAt,
      closedAt: null,
    };
  }
}

export const heldIn = (row: LedgerEntryRow): SensitiveField[] =>
  sensitiveFields.filter((field) => row[field] !== null);

const sortsIn = (row: LedgerEntryRow): string[] => [
  '姓名',
  ...(row.phone === null ? [] : ['电话']),
  ...(row.address === null ? [] : ['住址']),
  ...heldIn(row).map((field) => sensitiveFieldLabels[field]),
];

function twinAmong(
  found: readonly LedgerEntryRow[],
  { id, nameMark, phoneMark }: Marks & { id: string },
): [string, string][] {
  const same = (row: LedgerEntryRow): boolean =>
    row.id !== id &&
    (row.nameMark === nameMark || (phoneMark !== null && row.phoneMark === phoneMark));
  const twin = found.find(same);
  return twin ? [[id, twin.id]] : [];
}
