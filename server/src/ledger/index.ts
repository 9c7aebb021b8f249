export { GridHolderRow, GridRow } from './grid.entity';
export { Grids } from './grids.service';
export { LedgerEntries, type NewEntry } from './ledger-entries.service';
export { LedgerEntryRow } from './ledger-entry.entity';
export { CreateLedger1000000001000 } from './ledger.migration';
export { LedgerModule } from './ledger.module';
