import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { HttpModule } from '../platform/http/http.module';
import { AuditChain } from './audit-chain';
import { AuditPurge } from './audit-purge';
import { Audit } from './audit.service';
import { RefusedActs } from './refused-acts';

@Module({
  imports: [AccountModule, HttpModule],
  providers: [Audit, AuditChain, AuditPurge, RefusedActs],
  exports: [Audit, RefusedActs],
})
export class AuditModule {}
