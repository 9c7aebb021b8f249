import {
  assignedFilterLabels,
  caseTicketKindOfficialLabels,
  caseTicketRiskLabels,
  caseTicketStateLabels,
  type DeskFilter,
  dueFilterLabels,
  type SavedFilter,
  savedFilterLimits,
  type SaveFilter,
} from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, HerRecords } from '../account';
import { Federations } from '../federation';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { filterName, type SavedFilterRow } from './saved-filter.entity';
import {
  countFilters,
  deleteFilter,
  deleteFiltersOf,
  filtersOf,
  insertFilter,
} from './saved-filter.repository';

const fields = {
  名称: '您给筛选起的名字',
  条件: '您的工作台按什么筛选；里面没有任何一件求助',
};

/** The filters that one member of the staff keeps; nobody else sees them. */
@Injectable()
export class SavedFilters implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly records: HerRecords,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '存的筛选',
      fields,
      herData: async (db, accountId) =>
        (await this.of(db, accountId)).map(({ name, filter, federationName }) => ({
          名称: name,
          条件: inWords(filter, federationName),
        })),
      forgetHer: async (tx, accountId) => void (await deleteFiltersOf(tx, accountId)),
    });
  }

  mine(accountId: string): Promise<SavedFilter[]> {
    return this.of(this.unitOfWork.reader, accountId);
  }

  /** Her account is held, so that two phones together keep no more than is allowed. */
  async save(
    tx: EntityManager,
    accountId: string,
    { name, filter }: SaveFilter,
  ): Promise<SavedFilter> {
    await this.accounts.holdFor(tx, accountId);
    if ((await countFilters(tx, accountId)) >= savedFilterLimits.perAccount)
      throw new Refusal('too_many_desk_filters');

    const id = newId();
    const { state = null, risk = null, kind = null, assigned = null, due = null } = filter;
    const { federationId = null } = filter;
    const row = { id, accountId, name: this.cipher.seal(filterName, id, name) };
    await insertFilter(tx, { ...row, state, risk, kind, assigned, due, federationId });
    const saved = (await this.of(tx, accountId)).find((one) => one.id === id);
    return saved!;
  }

  async remove(tx: EntityManager, accountId: string, id: string): Promise<void> {
    if (!(await deleteFilter(tx, accountId, id))) throw new Refusal('desk_filter_not_found');
  }

  private async of(db: EntityManager, accountId: string): Promise<SavedFilter[]> {
    const rows = await filtersOf(db, accountId);
    const ids = rows.flatMap(({ federationId }) => federationId ?? []);
    const federations = await this.federations.rowsOf(db, [...new Set(ids)]);
    return rows.map((row) => ({
      id: row.id,
      name: this.cipher.open(filterName, row.id, row.name),
      filter: filterOf(row),
      federationName: federations.find(({ id }) => id === row.federationId)?.name ?? null,
    }));
  }
}

const filterOf = ({
  state,
  risk,
  kind,
  assigned,
  due,
  federationId,
}: SavedFilterRow): DeskFilter => ({
  ...(state && { state }),
  ...(risk && { risk }),
  ...(kind && { kind }),
  ...(assigned && { assigned }),
  ...(due && { due }),
  ...(federationId && { federationId }),
});

const inWords = (
  { state, risk, kind, assigned, due }: DeskFilter,
  federationName: string | null,
): string =>
  [
    state && caseTicketStateLabels[state],
    risk && caseTicketRiskLabels[risk],
    kind && caseTicketKindOfficialLabels[kind],
    assigned && assignedFilterLabels[assigned],
    due && dueFilterLabels[due],
    federationName,
  ]
    .filter(Boolean)
    .join('，') || '全部';
