import type { RefusalCode } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Sessions } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { AuditEntryRow } from './audit-entry.entity';

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
  ) {}

  onModuleInit(): void {
    this.sessions.whenChanged((tx, change, { id, accountId }) =>
      this.record(tx, { accountId, act: change, subject: { type: 'session', id } }),
    );
  }

  /** In the transaction of the act itself: no audit, no act. */
  async record(
    tx: EntityManager,
    { accountId, act, subject, result = 'done' }: Audited,
  ): Promise<void> {
    await tx.insert(AuditEntryRow, {
      id: newId(),
      at: this.clock.now(),
      accountId,
      action: `${subject.type}.${act}`,
      subjectType: subject.type,
      subjectId: subject.id,
      result,
    });
  }

  /** Who looked at it, first to last. */
  async readsOf(subject: AuditSubject): Promise<AuditEntryRow[]> {
    return this.unitOfWork.reader.find(AuditEntryRow, {
      where: { subjectType: subject.type, subjectId: subject.id, action: `${subject.type}.read` },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
