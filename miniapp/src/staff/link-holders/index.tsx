import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { LinkHolders } from './link-holders';

export default function LinkHoldersPage() {
  return (
    <Screen wide>
      <SignedIn>
        <LinkHolders />
      </SignedIn>
    </Screen>
  );
}
