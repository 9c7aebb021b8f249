import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule, FederationMoves } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { WomensHomeModule } from '../womens-home';
import { Counted } from './counted.service';
import { DeskFederations } from './desk-federations';
import { EnterpriseController } from './enterprise.controller';
import { Enterprises } from './enterprise.service';
import { FederationSearch } from './federation-search';
import { Health } from './health.service';
import { InvitationController } from './invitation.controller';
import { Invitations } from './invitations.service';
import { OrganisationController } from './organisation.controller';
import { Organisations } from './organisation.service';
import { Posts } from './posts.service';
import { NightlyRecount } from './recount';
import { WorkSigns } from './work-signs';

@Module({
  imports: [AccountModule, AuditModule, FederationModule, HttpModule, WomensHomeModule],
  controllers: [OrganisationController, EnterpriseController, InvitationController],
  providers: [
    Counted,
    DeskFederations,
    Enterprises,
    FederationSearch,
    Health,
    Invitations,
    NightlyRecount,
    Organisations,
    Posts,
    WorkSigns,
  ],
  exports: [WorkSigns],
})
export class OrganisationModule {
  constructor(moves: FederationMoves) {
    moves.register({ table: 'enterprise', path: 'federation_path' });
  }
}
