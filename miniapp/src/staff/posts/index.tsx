import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { invitationEndpoints, postKindLabels, type DeskPost } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { ListHead } from '@/features/edit/list-head';
import { usePageQuery } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { EndPostSheet } from './end-post-sheet';
import { InvitationsOpen } from './invitations-open';
import { InviteSheet } from './invite-sheet';

export default function PostsPage() {
  const { id } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <Posts id={id} />
      </SignedIn>
    </Screen>
  );
}

const termOf = ({ fromDay, toDay }: DeskPost): string =>
  toDay ? `${fromDay} 到 ${toDay}` : `从 ${fromDay} 起`;

/** Who holds which post, who is invited, and the ways to both. */
function Posts({ id }: { id?: string }) {
  const asked = id ? { params: { id } } : undefined;
  const posts = useQuery(invitationEndpoints.posts, asked);
  const invitations = useQuery(invitationEndpoints.list, asked);
  const [ending, setEnding] = useState<DeskPost>();
  const [inviting, setInviting] = useState(false);
  const ended = () => {
    setEnding(undefined);
    posts.again();
  };
  return (
    <View className="stack">
      <ListHead
        title="任职"
        words="请人任职，发给她 20 位数字。她登录后填上，就有了任职。"
        button="请人任职"
        onNew={() => setInviting(true)}
      />
      <PageState
        query={posts}
        isEmpty={({ items }) => items.length === 0}
        empty={<Text>这里还没有人任职。</Text>}
      >
        {({ items }) => (
          <View className="desk-list">
            {items.map((post) => (
              <Cell
                key={post.id}
                title={post.name}
                facts={[postKindLabels[post.kind], termOf(post)]}
                onTap={() => setEnding(post)}
              />
            ))}
          </View>
        )}
      </PageState>
      <InvitationsOpen invitations={invitations} onGone={posts.again} />
      {ending && (
        <EndPostSheet
          post={ending}
          onDone={ended}
          onEndedAlready={posts.again}
          onClose={() => setEnding(undefined)}
        />
      )}
      {inviting && id && (
        <InviteSheet
          federationId={id}
          onInvited={invitations.again}
          onClose={() => setInviting(false)}
        />
      )}
    </View>
  );
}
