import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditPurge } from './audit-purge';
import { Audit } from './audit.service';

@Module({ imports: [AccountModule], providers: [Audit, AuditPurge], exports: [Audit] })
export class AuditModule {}
