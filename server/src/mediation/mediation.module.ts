import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { CaseTicketModule } from '../case-ticket';
import { FederationModule, FederationMoves } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { HerMediation } from './her-mediation.service';
import { MediationController } from './mediation.controller';
import { Mediations } from './mediation.service';
import { Roster } from './roster.service';

@Module({
  imports: [AccountModule, AuditModule, CaseTicketModule, FederationModule, HttpModule],
  controllers: [MediationController],
  providers: [HerMediation, Mediations, Roster],
  exports: [Roster],
})
export class MediationModule {
  constructor(moves: FederationMoves) {
    moves.register({ table: 'mediator', path: 'federation_path' });
  }
}
