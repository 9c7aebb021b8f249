import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { Mediators } from './mediators';

export default function MediatorsPage() {
  return (
    <Screen wide>
      <SignedIn>
        <Mediators />
      </SignedIn>
    </Screen>
  );
}
