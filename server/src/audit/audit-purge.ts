import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { AuditChain } from './audit-chain';
import { chainNames } from './audit-chain.entity';
import { AuditSeals, keptDays } from './audit-seals';
import { verifyAudit } from './verify-audit';

const dayMs = 86_400_000;

/** Entries go when neither the law nor she needs them any longer; then what is left is checked. */
@Injectable()
export class AuditPurge {
  private readonly log = new Logger(AuditPurge.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly chain: AuditChain,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    await this.chain.sealAll();
    for (const name of chainNames)
      await this.chain.cut(name, this.clock.now() - keptDays[name] * dayMs);
    await this.verify();
  }

  /** Where each chain ends stands in the log, which the database's keeper does not write. */
  private async verify(): Promise<void> {
    const seals = new AuditSeals(this.config.keys);
    for (const { chain, endPosition, endSeal, faults } of await verifyAudit(
      this.unitOfWork.reader,
      seals,
    )) {
      this.log.warn(`audit ${chain} ends at ${chain}:${endPosition}:${endSeal}`);
      for (const fault of faults) this.log.error(`audit broken: ${fault}`);
    }
  }
}
