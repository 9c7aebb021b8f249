export { CaseTicket } from './case-ticket.entity';
export { CaseTicketEvent } from './case-ticket-event.entity';
export { CaseTicketMessage } from './case-ticket-message.entity';
export { CaseTicketScope } from './case-ticket-scope.entity';
export { CreateCaseTicket1000000000700 } from './case-ticket.migration';
export { CaseTicketModule } from './case-ticket.module';
export { KeptTicketRow } from './kept-ticket.entity';
export { CreateKeptTicket1000000000710 } from './kept-ticket.migration';
