import { secondFactorEndpoints } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { goBack, goInstead, usePageQuery } from '@/platform/navigate';
import { proved } from '@/platform/session';
import { useQuery } from '@/platform/use-query';
import { AsInvented } from './as-invented';
import { ProveIt } from './prove-it';
import { SetUp } from './set-up';

export default function SecondFactorPage() {
  return (
    <Screen>
      <SignedIn proving>
        <SecondFactor />
      </SignedIn>
    </Screen>
  );
}

function SecondFactor() {
  const state = useQuery(secondFactorEndpoints.state, {});
  const goOn = usePageQuery().back ? goBack : () => goInstead('/staff/desk/index');
  const onProved = () => {
    proved();
    goOn();
  };
  return (
    <PageState query={state} title="两步验证">
      {({ isSetUp, isFresh, demonstration }) => {
        if (demonstration) return <AsInvented who={demonstration} onProved={onProved} />;
        if (!isSetUp) return <SetUp onProved={onProved} />;
        return <ProveIt isFresh={isFresh} onProved={onProved} />;
      }}
    </PageState>
  );
}
