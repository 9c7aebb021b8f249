import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { DeadlineModule } from '../deadline';
import { FederationModule, FederationMoves } from '../federation';
import { NotificationModule } from '../notification';
import { OrganisationModule, WorkSigns } from '../organisation';
import { HttpModule } from '../platform/http/http.module';
import { WomensHomeModule } from '../womens-home';
import { ApprovalViews } from './approval-views.service';
import { Approvals } from './approvals.service';
import { Bars } from './bars.service';
import { ClosureController } from './closure.controller';
import { Closures } from './closure.service';
import { GuardedController } from './guarded.controller';
import { HerBarsController } from './her-bars.controller';
import { HerBars } from './her-bars.service';
import { HandOverController } from './hand-over.controller';
import { HandOverList } from './hand-over-list.service';
import { HandingOver } from './handing-over.service';
import { Minors } from './minors.service';
import { SavedFilterController } from './saved-filter.controller';
import { SavedFilters } from './saved-filter.service';
import { WritingDown } from './writing-down.service';
import { Assigning } from './assigning.service';
import { Asking } from './asking.service';
import { CaseTicketController } from './case-ticket.controller';
import { ClockNews } from './clock-news.service';
import { ClockWatch } from './clock-watch.service';
import { ClaimCodes } from './claim-code.service';
import { ClaimedTickets } from './claimed-ticket.service';
import { Escalating } from './escalating.service';
import { Escalations } from './escalation.service';
import { DeskActsController } from './desk-acts.controller';
import { DeskController } from './desk.controller';
import { DeskFinder } from './desk-finder.service';
import { DeskPeople } from './desk-people.service';
import { DeskRows } from './desk-row.service';
import { DeskViews } from './desk-view.service';
import { DeskList } from './desk-list.service';
import { Desk } from './desk.service';
import { KeptTicketController } from './kept-ticket.controller';
import { KeptTickets } from './kept-ticket.service';
import { Shredding } from './shredding.service';
import { Sights } from './sights.service';
import { TicketClockController } from './ticket-clock.controller';
import { TicketClocks } from './ticket-clock.service';
import { TicketDeadlines } from './ticket-deadlines.service';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { lastTicket } from './work-sign';

@Module({
  imports: [
    AccountModule,
    AuditModule,
    DeadlineModule,
    FederationModule,
    HttpModule,
    OrganisationModule,
    NotificationModule,
    WomensHomeModule,
  ],
  controllers: [
    CaseTicketController,
    ClosureController,
    GuardedController,
    HandOverController,
    HerBarsController,
    SavedFilterController,
    DeskActsController,
    DeskController,
    KeptTicketController,
    TicketClockController,
  ],
  providers: [
    Approvals,
    ApprovalViews,
    Asking,
    Assigning,
    Bars,
    Closures,
    HandOverList,
    HerBars,
    HandingOver,
    Minors,
    SavedFilters,
    WritingDown,
    ClaimCodes,
    ClaimedTickets,
    ClockNews,
    ClockWatch,
    DeskFinder,
    Escalating,
    Escalations,
    DeskList,
    DeskPeople,
    DeskRows,
    DeskViews,
    Desk,
    KeptTickets,
    Shredding,
    Sights,
    TicketClocks,
    TicketDeadlines,
    TicketHistory,
    TicketKeys,
    TicketMoves,
  ],
  exports: [Asking, ClaimedTickets, Desk, TicketHistory],
})
export class CaseTicketModule {
  constructor(moves: FederationMoves, signs: WorkSigns) {
    moves.register({ table: 'case_ticket_scope', item: 'ticket_id' });
    signs.registerWork(lastTicket);
  }
}
