export { AuditEntryRow } from './audit-entry.entity';
export { AuditByAge1000000000420 } from './audit-by-age.migration';
export { AuditByAccount1000000000410 } from './audit-by-account.migration';
export { CreateAudit1000000000400 } from './audit.migration';
export { AuditModule } from './audit.module';
export { type Audited, Audit } from './audit.service';
