import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThanOrEqual } from 'typeorm';
import { retentionDays } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { AuditEntryRow } from './audit-entry.entity';

const dayMs = 86_400_000;
/** What says only that she was here. */
const signIns = ['session', 'account'];

const daysFor = (subjectType: string): number =>
  signIns.includes(subjectType) ? retentionDays.signInRecord : retentionDays.accessRecord;

/** Entries go when neither the law nor she needs them any longer. */
@Injectable()
export class AuditPurge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    const types = await this.unitOfWork.reader
      .createQueryBuilder(AuditEntryRow, 'a')
      .select('DISTINCT a.subjectType', 'subjectType')
      .getRawMany<{ subjectType: string }>();
    for (const { subjectType } of types) await this.purgeOf(subjectType);
  }

  private purgeOf(subjectType: string): Promise<unknown> {
    const at = LessThanOrEqual(this.clock.now() - daysFor(subjectType) * dayMs);
    return this.unitOfWork.run((tx) => tx.delete(AuditEntryRow, { subjectType, at }));
  }
}
