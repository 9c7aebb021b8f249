import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { WomensHomes } from './womens-homes';

export default function WomensHomesPage() {
  return (
    <Screen wide>
      <SignedIn>
        <WomensHomes />
      </SignedIn>
    </Screen>
  );
}
