import { type LinkOfHers, linkStateLabels, type Page } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, HerRecords } from '../account';
import { Federations } from '../federation';
import { LedgerEntries } from '../ledger';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { LinkCodes } from './link-codes';
import type { LinkRow } from './link.entity';
import { LinkEnds } from './link-ends.service';
import { findByCode, findKeptBy, findLinks, forgetWoman, setWoman } from './link.repository';
import { countVisits } from './visit.repository';

const fields = {
  组织: '哪个妇联的执委联系您',
  执委: '联系您的人',
  开始: '从哪天起联系',
  状态: '还在联系，还是已经结束',
  记了什么: '台账里记着您的哪些内容。走访时写的话在别人手里的手机上不显示，要看请到妇联当面看',
};

/** What a woman sees and does about being on the list of an 执委. */
@Injectable()
export class HerLinks implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: LinkCodes,
    private readonly ends: LinkEnds,
    private readonly entries: LedgerEntries,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly records: HerRecords,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '联系您的执委',
      fields,
      herData: async (db, accountId) =>
        (await this.show(db, await findKeptBy(db, accountId))).map((link) => ({
          组织: link.federationName,
          执委: link.committeeMemberName,
          开始: link.linkedOn,
          状态: linkStateLabels[link.state],
          记了什么: link.kept,
        })),
      forgetHer: (tx, accountId) => this.forget(tx, accountId),
    });
  }

  /** With her card. Refuses with `link_code_not_found`. */
  open(address: string, linkCode: string): Promise<LinkRow> {
    return this.codes.open(address, linkCode, (mark) => findByCode(this.unitOfWork.reader, mark));
  }

  async read(link: LinkRow): Promise<LinkOfHers> {
    return this.one(this.unitOfWork.reader, link.id);
  }

  /** Effective at once; a second time it is simply so already. */
  async end(
    tx: EntityManager,
    { id }: Pick<LinkRow, 'id'>,
    accountId: string | null,
  ): Promise<LinkOfHers> {
    await this.ends.endByHer(tx, [id], accountId);
    return this.one(tx, id);
  }

  /** 收进我的. Whoever has the card in her hand last has it in her account. */
  async keep(tx: EntityManager, accountId: string, { id }: LinkRow): Promise<LinkOfHers> {
    await this.accounts.holdFor(tx, accountId);
    await setWoman(tx, id, accountId);
    return this.one(tx, id);
  }

  async mine(accountId: string): Promise<Page<LinkOfHers>> {
    const { reader } = this.unitOfWork;
    return { items: await this.show(reader, await findKeptBy(reader, accountId)), next: null };
  }

  async endMine(tx: EntityManager, accountId: string, id: string): Promise<LinkOfHers> {
    const kept = await findKeptBy(tx, accountId);
    const link = kept.find((row) => row.id === id);
    if (!link) throw new Refusal('link_not_found');
    return this.end(tx, link, accountId);
  }

  /** She is leaving: her links end, and nothing of them names her account any more. */
  private async forget(tx: EntityManager, accountId: string): Promise<void> {
    const kept = await findKeptBy(tx, accountId);
    if (kept.length === 0) return;
    await this.ends.endByHer(
      tx,
      kept.map(({ id }) => id),
      null,
    );
    await forgetWoman(tx, accountId);
  }

  private async one(db: EntityManager, id: string): Promise<LinkOfHers> {
    const [link] = await this.show(db, await findLinks(db, [id]));
    if (!link) throw new Refusal('link_code_not_found');
    return link;
  }

  private async show(db: EntityManager, rows: readonly LinkRow[]): Promise<LinkOfHers[]> {
    const sorts = await this.entries.sortsOf(
      db,
      rows.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? []),
    );
    const names = await this.accounts.namesOf(
      db,
      rows.map(({ accountId }) => accountId),
    );
    const federations = await this.federations.rowsOf(
      db,
      rows.map(({ federationId }) => federationId),
    );
    const federationNames = new Map(federations.map(({ id, name }) => [id, name]));
    const visits = await countVisits(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, accountId, federationId, linkedOn, state, ledgerEntryId }) => {
      const sortsOfHers = sorts.get(ledgerEntryId ?? '');
      return {
        id,
        federationName: federationNames.get(federationId) ?? '',
        committeeMemberName: names.get(accountId) ?? '已注销的账号',
        linkedOn,
        state,
        kept: sortsOfHers ? keptInWords(sortsOfHers, visits.get(id) ?? 0) : '记的内容已经删掉',
      };
    });
  }
}

const keptOfVisits = '每次的日子、方式、风险高低、您的需要、走访时记的话';

/** `姓名、电话、身体情况、来过 2 次（…）` */
const keptInWords = (sorts: readonly string[], visits: number): string =>
  [...sorts, visits === 0 ? '还没来过' : `来过 ${visits} 次（${keptOfVisits}）`].join('、');
