import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { GridsOfBranch } from './grids-of-branch';

export default function GridsPage() {
  return (
    <Screen wide>
      <SignedIn>
        <GridsOfBranch />
      </SignedIn>
    </Screen>
  );
}
