import type { Claim } from './claim';
import { AddFacts } from './add-facts';
import { DangerQuestion } from './danger-question';
import { HerMediator } from './her-mediator';
import { KeepTicket } from './keep-ticket';
import { Messages } from './messages';
import { SafeContact } from './safe-contact';
import { TicketSteps } from './ticket-steps';
import { WhoSees } from './who-sees';
import { Withdraw } from './withdraw';

/** All that she can see and do with her claim code. */
export function ClaimedTicket(claim: Claim) {
  const { mayAddFacts, mayWithdraw } = claim.ticket;
  return (
    <>
      {mayAddFacts && <DangerQuestion {...claim} />}
      <Messages ticket={claim.ticket} />
      <HerMediator {...claim} />
      <TicketSteps ticket={claim.ticket} />
      {mayAddFacts && <SafeContact {...claim} />}
      {mayAddFacts && <AddFacts {...claim} />}
      {claim.ticket.state !== 'withdrawn' && <WhoSees {...claim} />}
      <KeepTicket claimCode={claim.claimCode} />
      {mayWithdraw && <Withdraw {...claim} />}
    </>
  );
}
