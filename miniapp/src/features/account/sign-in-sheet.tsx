import { Sheet } from '@/components/sheet';
import { WaysToSignIn } from './ways-to-sign-in';

interface Props {
  onSignedIn: () => void;
  onClose: () => void;
}

export function SignInSheet({ onSignedIn, onClose }: Props) {
  return (
    <Sheet title="先登录" onClose={onClose}>
      <WaysToSignIn onSignedIn={onSignedIn} />
    </Sheet>
  );
}
