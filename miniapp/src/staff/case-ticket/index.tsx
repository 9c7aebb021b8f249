import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { useKey } from '@/platform/keys';
import { goBack, usePageQuery } from '@/platform/navigate';
import { Keys } from '../desk/keys';
import { OneTicket } from './one-ticket';

export default function CaseTicketPage() {
  const { id = '' } = usePageQuery();
  useKey('Escape', goBack);
  return (
    <Screen wide>
      <SignedIn>
        <OneTicket id={id} />
        <Keys />
      </SignedIn>
    </Screen>
  );
}
