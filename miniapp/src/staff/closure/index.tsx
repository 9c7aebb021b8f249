import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { ClosureRate } from './closure-rate';

export default function ClosurePage() {
  return (
    <Screen>
      <SignedIn>
        <ClosureRate />
      </SignedIn>
    </Screen>
  );
}
