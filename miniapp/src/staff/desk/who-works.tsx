import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { accountEndpoints, postKindLabels, type Account, type HeldPost } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { mayDo } from '@/features/account/rights';
import { signedOut, whoSignedIn } from '@/features/account/who-signed-in';
import { keepsFieldWork } from '@/features/visit/on-this-phone';
import { goTo, goToTab } from '@/platform/navigate';
import { useSend } from '@/platform/use-send';
import { useWide } from '@/platform/wide';

const postInWords = ({ federationName, kind }: HeldPost) =>
  `${federationName} ${postKindLabels[kind]}`;

const otherWork = [
  { action: 'case_ticket.triage', words: '记一件求助', page: '/staff/write-down/index' },
  { action: 'case_ticket.triage', words: '审批', page: '/staff/approvals/index' },
  { action: 'case_ticket.triage', words: '办结率', page: '/staff/closure/index' },
  { action: 'visit.log', words: '执委工作', page: '/committee/work/index' },
  { action: 'womens_home.edit', words: '妇女之家', page: '/staff/womens-homes/index' },
  { action: 'activity.edit', words: '活动', page: '/staff/activities/index' },
  { action: 'job.edit', words: '妈妈岗', page: '/staff/jobs/index' },
  { action: 'link.hand_over', words: '联系户交接', page: '/staff/link-holders/index' },
  { action: 'case_ticket.triage', words: '没答复的转介', page: '/staff/referrals/index' },
  { action: 'case_ticket.triage', words: '调解员名册', page: '/staff/mediators/index' },
  { action: 'link.hand_over', words: '网格', page: '/staff/grids/index' },
  { action: 'organisation.read', words: '组织', page: '/staff/organisation/index' },
] as const;

/** Who is signed in and for which federation; the ways to her other work and out, on a phone behind one button. */
export function WhoWorks({ me }: { me?: Account }) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  // Only where tickets stand below: else it is all there is.
  const folds = !wide && me !== undefined && mayDo(me, 'case_ticket.triage');
  const signOut = useSend(accountEndpoints.signOut);

  // Whatever the service answers: on this phone she is signed out. What an 执委 has not sent is sealed first.
  const leave = async () => {
    if (keepsFieldWork(whoSignedIn() ?? '')) return goTo('/committee/sign-out/index');
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
      {folds && (
        <Button look="second" onTap={() => setOpen(!open)}>
          {open ? '收起' : '别的工作'}
        </Button>
      )}
      {(!folds || open) && (
        <View className="who-works__ways">
          {me &&
            otherWork
              .filter(({ action }) => mayDo(me, action))
              .map(({ words, page }) => (
                <Button key={page} look="second" onTap={() => goTo(page)}>
                  {words}
                </Button>
              ))}
          <Button look="text" busy={signOut.busy} onTap={() => void leave()}>
            退出登录
          </Button>
        </View>
      )}
    </View>
  );
}
