import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { Audit } from './audit.service';

@Module({ imports: [AccountModule], providers: [Audit], exports: [Audit] })
export class AuditModule {}
