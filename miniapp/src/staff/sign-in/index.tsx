import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { WaysToSignIn } from '@/features/account/ways-to-sign-in';
import { goBack, goInstead, usePageQuery } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';

export default function SignInPage() {
  const signedIn = useSessionToken() !== undefined;
  const goOn = usePageQuery().back ? goBack : () => goInstead('/staff/desk/index');
  return (
    <Screen>
      <Heading level={1}>工作人员登录</Heading>
      {signedIn && <Button onTap={goOn}>已登录，接着用</Button>}
      <WaysToSignIn onSignedIn={goOn} />
    </Screen>
  );
}
