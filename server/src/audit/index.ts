export { AuditEntryRow } from './audit-entry.entity';
export { CreateAudit1000000000400 } from './audit.migration';
export { AuditModule } from './audit.module';
export { Audit } from './audit.service';
