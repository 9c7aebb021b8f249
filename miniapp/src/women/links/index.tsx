import { linkEndpoints, type LinkOfHers } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { goTo, goToTab } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { EndLink } from '../link/end-link';
import { LinkCard } from '../link/link-card';

/** The links that she took into her account. */
export default function LinksPage() {
  const signedIn = useSessionToken() !== undefined;
  return (
    <Screen help>
      <Heading level={1}>联系我的执委</Heading>
      {signedIn ? <Links /> : <SignedOut />}
      <Button look="second" onTap={() => goTo('/women/link/index')}>
        用联系卡打开
      </Button>
    </Screen>
  );
}

const SignedOut = () => (
  <Note title="先在“我的”里登录，再来这里看。有联系卡的不用登录。">
    <Button look="second" onTap={() => goToTab('/pages/mine/index')}>
      去“我的”
    </Button>
  </Note>
);

function Links() {
  const links = useQuery(linkEndpoints.mine, {});
  return (
    <PageState
      query={links}
      isEmpty={({ items }) => items.length === 0}
      empty={<Note title="还没有收进来的。用联系卡打开，再收进来。" />}
    >
      {({ items }) => items.map((link) => <One key={link.id} link={link} onEnded={links.again} />)}
    </PageState>
  );
}

function One({ link, onEnded }: { link: LinkOfHers; onEnded: () => void }) {
  const ending = useSend(linkEndpoints.end);
  const end = async () => {
    const reply = await ending.send({ params: { id: link.id } });
    if (reply) onEnded();
    return reply !== undefined;
  };
  return (
    <LinkCard link={link}>
      <EndLink link={link} send={ending} onEnd={end} />
    </LinkCard>
  );
}
