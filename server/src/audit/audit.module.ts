import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditChain } from './audit-chain';
import { AuditPurge } from './audit-purge';
import { Audit } from './audit.service';

@Module({ imports: [AccountModule], providers: [Audit, AuditChain, AuditPurge], exports: [Audit] })
export class AuditModule {}
