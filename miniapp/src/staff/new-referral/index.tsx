import { caseTicketEndpoints } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { SlipForm } from './slip-form';

export default function NewReferralPage() {
  const { ticketId = '' } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <OfTicket id={ticketId} />
      </SignedIn>
    </Screen>
  );
}

function OfTicket({ id }: { id: string }) {
  const ticket = useQuery(caseTicketEndpoints.deskOne, { params: { id } });
  return (
    <PageState query={ticket} title="写转介单">
      {(known) => <SlipForm ticket={known} />}
    </PageState>
  );
}
