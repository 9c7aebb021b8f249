import { useState } from 'react';
import { womensHomeEndpoints } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { EditHome } from './edit-home';

export default function WomensHomePage() {
  const { id = '' } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <OneHome id={id} />
      </SignedIn>
    </Screen>
  );
}

function OneHome({ id }: { id: string }) {
  const home = useQuery(womensHomeEndpoints.deskOne, { params: { id } });
  const [round, setRound] = useState(0);
  useReturned(() => home.fault && home.again());

  return (
    <PageState query={home} title="妇女之家">
      {(newest) => (
        <EditHome
          key={round}
          newest={newest}
          onConflict={home.again}
          onStartOver={() => setRound(round + 1)}
        />
      )}
    </PageState>
  );
}
