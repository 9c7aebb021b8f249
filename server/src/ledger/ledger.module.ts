import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { Grids } from './grids.service';
import { LedgerEntries } from './ledger-entries.service';
import { LedgerController } from './ledger.controller';
import { Ledger } from './ledger.service';

@Module({
  imports: [AccountModule, AuditModule],
  controllers: [LedgerController],
  providers: [Grids, LedgerEntries, Ledger],
  exports: [Grids, LedgerEntries],
})
export class LedgerModule {}
