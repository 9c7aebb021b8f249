import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { Desk } from './desk';

export default function DeskPage() {
  return (
    <Screen wide>
      <SignedIn>
        <Desk />
      </SignedIn>
    </Screen>
  );
}
