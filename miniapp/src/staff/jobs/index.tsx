import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { Jobs } from './jobs';

export default function JobsPage() {
  return (
    <Screen wide>
      <SignedIn>
        <Jobs />
      </SignedIn>
    </Screen>
  );
}
