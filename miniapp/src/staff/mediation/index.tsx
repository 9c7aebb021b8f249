import { useState } from 'react';
import { mediationEndpoints, type TicketMediation } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { changedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { MediationOfTicket } from './of-ticket';

export default function MediationPage() {
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
  const read = useQuery(mediationEndpoints.ofTicket, { params: { id } });
  const [learnt, learn] = useState<TicketMediation>();
  const again = () => {
    learn(undefined);
    read.again();
  };
  useReturned(again);
  const changed = (mediation: TicketMediation) => {
    changedElsewhere(id);
    learn(mediation);
  };
  return (
    <PageState query={{ ...read, data: learnt ?? read.data }} title="调解员">
      {(mediation) => <MediationOfTicket ticketId={id} mediation={mediation} onChanged={changed} />}
    </PageState>
  );
}
