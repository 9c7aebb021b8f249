import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { CaseTicketModule } from '../case-ticket';
import { FederationModule, FederationMoves } from '../federation';
import { LedgerModule } from '../ledger';
import { NotificationModule } from '../notification';
import { OrganisationModule, WorkSigns } from '../organisation';
import { HttpModule } from '../platform/http/http.module';
import { FieldFacts } from './field-facts.service';
import { HerLinks } from './her-links.service';
import { LinkCodes } from './link-codes';
import { LinkController } from './link.controller';
import { LinkEnds } from './link-ends.service';
import { LinkHolders } from './link-holders.service';
import { LinkPurge } from './link-purge';
import { LinkedWomen } from './linked-women.service';
import { MyVisits } from './my-visits.service';
import { NeedTickets } from './need-tickets.service';
import { SealedFacts } from './sealed-facts.service';
import { Sealing } from './sealing';
import { SubmitTokens } from './submit-tokens.service';
import { VisitController } from './visit.controller';
import { VisitSync } from './visit-sync.service';
import { lastVisit, linksOf } from './work-sign';

@Module({
  imports: [
    AccountModule,
    AuditModule,
    CaseTicketModule,
    FederationModule,
    HttpModule,
    OrganisationModule,
    LedgerModule,
    NotificationModule,
  ],
  controllers: [LinkController, VisitController],
  providers: [
    FieldFacts,
    HerLinks,
    LinkCodes,
    LinkedWomen,
    LinkEnds,
    LinkHolders,
    LinkPurge,
    MyVisits,
    NeedTickets,
    SealedFacts,
    Sealing,
    SubmitTokens,
    VisitSync,
  ],
  exports: [FieldFacts, LinkHolders],
})
export class VisitModule {
  constructor(moves: FederationMoves, signs: WorkSigns) {
    moves.register({ table: 'visit_link', path: 'federation_path' });
    signs.registerWork(lastVisit);
    signs.registerLinks(linksOf);
  }
}
