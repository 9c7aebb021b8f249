import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule, FederationMoves } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { DeskGridController } from './desk.controller';
import { DeskGrids } from './desk.service';
import { Grids } from './grids.service';
import { LedgerEntries } from './ledger-entries.service';
import { LedgerController } from './ledger.controller';
import { Ledger } from './ledger.service';

@Module({
  imports: [AccountModule, AuditModule, FederationModule, HttpModule],
  controllers: [LedgerController, DeskGridController],
  providers: [Grids, LedgerEntries, Ledger, DeskGrids],
  exports: [Grids, LedgerEntries],
})
export class LedgerModule {
  constructor(moves: FederationMoves) {
    moves.register({ table: 'grid', path: 'federation_path' });
  }
}
