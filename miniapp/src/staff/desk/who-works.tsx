import { Text, View } from '@tarojs/components';
import { accountEndpoints, postKindLabels, type Account, type HeldPost } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { mayDo } from '@/features/account/rights';
import { signedOut } from '@/features/account/who-signed-in';
import { goTo, goToTab } from '@/platform/navigate';
import { useSend } from '@/platform/use-send';

const postInWords = ({ federationName, kind }: HeldPost) =>
  `${federationName} ${postKindLabels[kind]}`;

/** Who is signed in and for which federation; the ways to her other work and out. */
export function WhoWorks({ me }: { me?: Account }) {
  const signOut = useSend(accountEndpoints.signOut);

  // Whatever the service answers: on this phone she is signed out.
  const leave = async () => {
    await signOut.send({});
    signedOut();
    goToTab('/pages/mine/index');
  };

  return (
    <View className="who-works">
      <View className="who-works__words">
        <Heading level={1}>工作台</Heading>
        {me && (
          <Text className="fact">{[me.displayName, ...me.posts.map(postInWords)].join(' · ')}</Text>
        )}
      </View>
      <View className="who-works__ways">
        {me && mayDo(me, 'womens_home.edit') && (
          <Button look="second" onTap={() => goTo('/staff/womens-homes/index')}>
            妇女之家
          </Button>
        )}
        <Button look="text" busy={signOut.busy} onTap={() => void leave()}>
          退出登录
        </Button>
      </View>
    </View>
  );
}
