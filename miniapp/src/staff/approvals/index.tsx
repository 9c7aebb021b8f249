import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { ApprovalLists } from './approval-lists';

export default function ApprovalsPage() {
  return (
    <Screen wide>
      <SignedIn>
        <ApprovalLists />
      </SignedIn>
    </Screen>
  );
}
