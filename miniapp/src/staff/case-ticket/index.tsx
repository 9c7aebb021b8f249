import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { OneTicket } from './one-ticket';

export default function CaseTicketPage() {
  const { id = '' } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <OneTicket id={id} />
      </SignedIn>
    </Screen>
  );
}
