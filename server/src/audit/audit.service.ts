import { type RefusalCode, rfc3339 } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { HerRecords, SecondFactors, Sessions } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { AuditEntryRow } from './audit-entry.entity';

const doneFields = {
  时间: '做这件事的时间',
  操作: '做了什么，用系统的英文代号；按《网络安全法》留存',
  结果: 'done 是办成了，别的是没办成的原因',
};

const mostShown = 100;

/** `case_ticket` and its id. */
export interface AuditSubject {
  type: string;
  id: string;
}

export interface Audited {
  accountId: string | null;
  /** What was done to the subject: `read`, `move`, `message`. */
  act: string;
  subject: AuditSubject;
  result?: 'done' | RefusalCode;
}

@Injectable()
export class Audit implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
    private readonly records: HerRecords,
  ) {}

  onModuleInit(): void {
    this.sessions.whenChanged((tx, change, { id, accountId }) =>
      this.record(tx, { accountId, act: change, subject: { type: 'session', id } }),
    );
    this.secondFactors.whenChanged((tx, change, accountId) =>
      this.record(tx, {
        // Whoever runs the service removes it, and has no account.
        accountId: change === 'removed' ? null : accountId,
        act: change,
        subject: { type: 'second_factor', id: accountId },
      }),
    );
    this.records.whenCopied((accountId) =>
      this.unitOfWork.run((tx) =>
        this.record(tx, { accountId, act: 'copied', subject: { type: 'account', id: accountId } }),
      ),
    );
    this.records.register({
      name: '操作记录',
      fields: doneFields,
      herData: (db, accountId) => this.doneBy(db, accountId),
      // The law wants them for a while (see retention.ts); her account's id in them leads to nobody any more.
      forgetHer: (tx, accountId) =>
        this.record(tx, { accountId, act: 'deleted', subject: { type: 'account', id: accountId } }),
    });
  }

  /** In the transaction of the act itself: no audit, no act. */
  record(tx: EntityManager, audited: Audited): Promise<void> {
    return this.recordAll(tx, [audited]);
  }

  /** The same for several acts at once; at most a few hundred. */
  async recordAll(tx: EntityManager, audited: readonly Audited[]): Promise<void> {
    if (audited.length === 0) return;
    const at = this.clock.now();
    const rows = audited.map(({ accountId, act, subject, result = 'done' as const }) => ({
      id: newId(),
      at,
      accountId,
      action: `${subject.type}.${act}`,
      subjectType: subject.type,
      subjectId: subject.id,
      result,
    }));
    await tx.insert(AuditEntryRow, rows);
  }

  /** Who last did one of these acts to the subject, newest first; the last hundred. */
  async actsOn(db: EntityManager, { type, id }: AuditSubject, acts: readonly string[]) {
    const rows = await db.find(AuditEntryRow, {
      where: {
        subjectType: type,
        subjectId: id,
        action: In(acts.map((act) => `${type}.${act}`)),
      },
      order: { at: 'DESC', id: 'DESC' },
      take: mostShown,
    });
    return rows.map(({ action, accountId, at }) => ({
      act: action.slice(type.length + 1),
      accountId,
      at,
    }));
  }

  /** When each person last read the subject, who read it longest ago first. */
  async lastReads(
    db: EntityManager,
    { type, id }: AuditSubject,
  ): Promise<{ accountId: string; at: number }[]> {
    const rows = await db
      .createQueryBuilder(AuditEntryRow, 'a')
      .select('a.accountId', 'accountId')
      .addSelect('MAX(a.at)', 'at')
      .where('a.subjectType = :type AND a.subjectId = :id', { type, id })
      .andWhere('a.action = :action AND a.accountId IS NOT NULL', { action: `${type}.read` })
      .groupBy('a.accountId')
      .getRawMany<{ accountId: string; at: number | string }>();
    return rows
      .map(({ accountId, at }) => ({ accountId, at: Number(at) }))
      .sort((a, b) => a.at - b.at);
  }

  private async doneBy(db: EntityManager, accountId: string) {
    const rows = await db.find(AuditEntryRow, {
      where: { accountId },
      order: { at: 'ASC', id: 'ASC' },
    });
    return rows.map(({ at, action, result }) => ({
      时间: rfc3339(at),
      操作: action,
      结果: result,
    }));
  }

  /** Who looked at it, first to last. */
  async readsOf(subject: AuditSubject): Promise<AuditEntryRow[]> {
    return this.unitOfWork.reader.find(AuditEntryRow, {
      where: { subjectType: subject.type, subjectId: subject.id, action: `${subject.type}.read` },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
