import { useState } from 'react';
import { referralEndpoints, type Referral } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { changedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { usePageQuery } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { OneReferral } from './one-referral';

export default function ReferralPage() {
  const { id = '' } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <Read id={id} />
      </SignedIn>
    </Screen>
  );
}

function Read({ id }: { id: string }) {
  const read = useQuery(referralEndpoints.one, { params: { id } });
  const [learnt, learn] = useState<Referral>();
  const again = () => {
    learn(undefined);
    read.again();
  };
  const moved = (slip: Referral) => {
    changedElsewhere(slip.ticketId);
    learn(slip);
  };
  return (
    <PageState query={{ ...read, data: learnt ?? read.data }} title="转介单">
      {(slip) => <OneReferral slip={slip} onMoved={moved} onConflict={again} />}
    </PageState>
  );
}
