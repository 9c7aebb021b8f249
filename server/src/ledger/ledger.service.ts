import {
  type CorrectEntry,
  type FieldOpening,
  type Grid,
  type LedgerEntry,
  type LedgerQuery,
  type OpenedField,
  type Page,
  pageLimits,
  rfc3339,
  type SensitiveField,
  sensitiveFields,
  type WriteField,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { Grids } from './grids.service';
import { heldIn, LedgerEntries } from './ledger-entries.service';
import { entrySensitive, type LedgerEntryRow, versionOf } from './ledger-entry.entity';
import { findEntriesIn, findEntryIn, changeEntry } from './ledger.repository';

const subjectOf = (id: string) => ({ type: 'ledger_entry', id });
const opening = (field: SensitiveField): string => `open_${field}`;

/** The ledger of her own grids; what lies in another one is not there. */
@Injectable()
export class Ledger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grids: Grids,
    private readonly entries: LedgerEntries,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly cipher: Cipher,
  ) {}

  async gridsOf(person: Person): Promise<Page<Grid>> {
    const rows = await this.grids.heldBy(this.unitOfWork.reader, person);
    const items = rows.map(({ id, federationId, name }) => ({ id, federationId, name }));
    return { items, next: null };
  }

  async list(person: Person, query: LedgerQuery): Promise<Page<LedgerEntry>> {
    const { reader } = this.unitOfWork;
    const held = (await this.grids.heldBy(reader, person)).map(({ id }) => id);
    const { gridId, limit = pageLimits.default } = query;
    if (gridId !== undefined && !held.includes(gridId)) throw new Refusal('grid_not_found');

    const after = decodeAfter(query.after, ['', '']) ?? (['', ''] as const);
    const rows = await findEntriesIn(reader, gridId ? [gridId] : held, after, limit);

    return pageOf(
      rows,
      limit,
      (row) => [row.gridId, row.id],
      (row) => this.view(row),
    );
  }

  async one(person: Person, id: string): Promise<LedgerEntry> {
    return this.view(await this.entryOf(this.unitOfWork.reader, person, id));
  }

  async correct(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, ...words }: CorrectEntry,
  ): Promise<LedgerEntry> {
    const { gridId } = await this.entryOf(tx, person, id);
    if (!(await this.entries.correct(tx, { id, gridId, ...words }, version)))
      throw new Refusal('changed_meanwhile');

    const { accountId } = person;
    await this.audit.record(tx, { accountId, act: 'correct', subject: subjectOf(id) });
    return this.view(await this.entryOf(tx, person, id));
  }

  /** No audit, no opening. */
  async open(
    tx: EntityManager,
    person: Person,
    id: string,
    field: SensitiveField,
  ): Promise<OpenedField> {
    const row = await this.entryOf(tx, person, id);
    const { accountId } = person;
    await this.audit.record(tx, { accountId, act: opening(field), subject: subjectOf(id) });

    const sealed = row[field];
    return {
      field,
      text: sealed && this.cipher.open(entrySensitive[field], id, sealed),
      version: row[versionOf(field)] ?? 1,
    };
  }

  async write(
    tx: EntityManager,
    person: Person,
    id: string,
    { field, text, version }: WriteField,
  ): Promise<LedgerEntry> {
    await this.entryOf(tx, person, id);
    const sealed = text === null ? null : this.cipher.seal(entrySensitive[field], id, text);
    const read = { of: versionOf(field), version };
    if (!(await changeEntry(tx, id, read, { [field]: sealed })))
      throw new Refusal('changed_meanwhile');

    const { accountId } = person;
    await this.audit.record(tx, { accountId, act: `write_${field}`, subject: subjectOf(id) });
    return this.view(await this.entryOf(tx, person, id));
  }

  /** The last hundred, newest first. */
  async openings(person: Person, id: string): Promise<Page<FieldOpening>> {
    const { reader } = this.unitOfWork;
    await this.entryOf(reader, person, id);
    const acts = await this.audit.actsOn(reader, subjectOf(id), sensitiveFields.map(opening));
    const names = await this.accounts.namesOf(
      reader,
      acts.flatMap(({ accountId }) => accountId ?? []),
    );
    const items = acts.map(({ act, accountId, at }) => ({
      field: sensitiveFields.find((field) => opening(field) === act)!,
      who: names.get(accountId ?? '') ?? '已注销的账号',
      at: rfc3339(at),
    }));
    return { items, next: null };
  }

  private async entryOf(db: EntityManager, person: Person, id: string): Promise<LedgerEntryRow> {
    const held = await this.grids.heldBy(db, person);
    const row = await findEntryIn(
      db,
      held.map((grid) => grid.id),
      id,
    );
    if (row === null) throw new Refusal('ledger_entry_not_found');
    return row;
  }

  private view(row: LedgerEntryRow): LedgerEntry {
    return {
      ...this.entries.contactOf(row),
      holds: heldIn(row),
      version: row.version ?? 1,
      fieldVersions: {
        health: row.healthVersion ?? 1,
        hardship: row.hardshipVersion ?? 1,
        family: row.familyVersion ?? 1,
        children: row.childrenVersion ?? 1,
      },
    };
  }
}
