import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { Activities } from './activities';

export default function ActivitiesPage() {
  return (
    <Screen wide>
      <SignedIn>
        <Activities />
      </SignedIn>
    </Screen>
  );
}
