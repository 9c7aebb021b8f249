export { GridHolderRow, GridRow } from './grid.entity';
export { LedgerEntryVersion1000000001020 } from './entry-version.migration';
export { LedgerFieldVersions1000000001010 } from './field-versions.migration';
export { Grids } from './grids.service';
export { type Contact, isSaidOf, LedgerEntries, type NewEntry } from './ledger-entries.service';
export { LedgerEntryRow } from './ledger-entry.entity';
export { CreateLedger1000000001000 } from './ledger.migration';
export { LedgerModule } from './ledger.module';
