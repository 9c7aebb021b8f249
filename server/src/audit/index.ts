export { AuditEntryRow } from './audit-entry.entity';
export { AuditByAccount1000000000410 } from './audit-by-account.migration';
export { CreateAudit1000000000400 } from './audit.migration';
export { AuditModule } from './audit.module';
export { Audit } from './audit.service';
