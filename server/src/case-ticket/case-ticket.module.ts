import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { DeadlineModule } from '../deadline';
import { FederationModule } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { WomensHomeModule } from '../womens-home';
import { Asking } from './asking.service';
import { CaseTicketController } from './case-ticket.controller';
import { ClaimCodes } from './claim-code.service';
import { ClaimedTickets } from './claimed-ticket.service';
import { DeskController } from './desk.controller';
import { DeskFinder } from './desk-finder.service';
import { DeskList } from './desk-list.service';
import { Desk } from './desk.service';
import { KeptTicketController } from './kept-ticket.controller';
import { KeptTickets } from './kept-ticket.service';
import { Shredding } from './shredding.service';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';

@Module({
  imports: [
    AccountModule,
    AuditModule,
    DeadlineModule,
    FederationModule,
    HttpModule,
    WomensHomeModule,
  ],
  controllers: [CaseTicketController, DeskController, KeptTicketController],
  providers: [
    Asking,
    ClaimCodes,
    ClaimedTickets,
    DeskFinder,
    DeskList,
    Desk,
    KeptTickets,
    Shredding,
    TicketHistory,
    TicketKeys,
    TicketMoves,
  ],
  exports: [Asking],
})
export class CaseTicketModule {}
