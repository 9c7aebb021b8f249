import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { WriteDown } from './write-down';

export default function WriteDownPage() {
  return (
    <Screen>
      <SignedIn>
        <WriteDown />
      </SignedIn>
    </Screen>
  );
}
