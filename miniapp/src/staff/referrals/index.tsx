import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { ReferralsOfTicket } from './of-ticket';
import { Unanswered } from './unanswered';

/** The slips of one ticket, or with none named those of the branch that nobody answered in time. */
export default function ReferralsPage() {
  const { ticketId } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>{ticketId ? <ReferralsOfTicket ticketId={ticketId} /> : <Unanswered />}</SignedIn>
    </Screen>
  );
}
