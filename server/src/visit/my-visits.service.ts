import {
  type Page,
  pageLimits,
  rfc3339,
  type Visit,
  visitKindLabels,
  type VisitsQuery,
} from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { branchesFor, HerRecords, type Person } from '../account';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { needText, type VisitNeedRow, visitNote, type VisitRow } from './visit.entity';
import { deleteTokensOf, findAllBy, findNeedsOf, visitsBy } from './visit.repository';

const fields = {
  走访日期: '您写的日期',
  方式: '上门、电话还是别的',
  收到时间: '什么时候传到这里',
};

/** What an 执委 wrote of her visits to those who are on her list. */
@Injectable()
export class MyVisits implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly records: HerRecords,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '您做的走访',
      fields,
      herData: async (db, accountId) =>
        (await findAllBy(db, accountId)).map(({ visitDay, kind, receivedAt }) => ({
          走访日期: visitDay,
          方式: visitKindLabels[kind],
          收到时间: rfc3339(receivedAt),
        })),
      // The visits are the federation's record; what her phone proved itself with goes.
      forgetHer: async (tx, accountId) => void (await deleteTokensOf(tx, accountId)),
    });
  }

  async of(person: Person, query: VisitsQuery): Promise<Page<Visit>> {
    const { reader } = this.unitOfWork;
    const { accountId } = person;
    const branches = branchesFor(person, 'visit.log');
    const { linkId, limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, ['', '']);
    const rows = await visitsBy(reader, { accountId, branches, linkId }, after, limit).getMany();
    const needs = await findNeedsOf(
      reader,
      rows.map(({ id }) => id),
    );
    return pageOf(
      rows,
      limit,
      ({ countedDay, id }) => [countedDay, id],
      (row) =>
        this.view(
          row,
          needs.filter(({ visitId }) => visitId === row.id),
        ),
    );
  }

  private view(row: VisitRow, needs: readonly VisitNeedRow[]): Visit {
    const { id, linkId, kind, visitDay, risk, note, followUpDay, mark, receivedAt } = row;
    return {
      id,
      linkId,
      kind,
      visitDay,
      risk,
      note: note && this.cipher.open(visitNote, id, note),
      followUpDay,
      mark,
      receivedAt: rfc3339(receivedAt),
      needs: needs.map((need) => ({
        id: need.id,
        kind: need.kind,
        text: this.cipher.open(needText, need.id, need.text),
      })),
      ticketed: needs.flatMap((need) => (need.ticketFactId === null ? [] : need.id)),
    };
  }
}
