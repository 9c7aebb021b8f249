import { Text, View } from '@tarojs/components';
import { invitationEndpoints, postKindLabels, type Invitation, type Page } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { FaultNote } from '@/features/account/fault-note';
import { useRefused } from '@/features/edit/use-saving';
import { isGone } from '@/platform/refused';
import type { Query } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';

interface Props {
  invitations: Query<Page<Invitation>>;
  /** One was gone before she took it back: somebody may hold the post by now. */
  onGone: () => void;
}

/** Sent and not taken yet. */
export function InvitationsOpen({ invitations, onGone }: Props) {
  const { send, busy, fault } = useSend(invitationEndpoints.withdraw);
  useRefused(fault, (refused) => {
    if (!isGone(refused)) return;
    invitations.again();
    onGone();
  });
  const withdraw = async (id: string) => {
    if (await send({ params: { id } })) invitations.again();
  };
  return (
    <>
      <PageState query={invitations} isEmpty={({ items }) => items.length === 0} empty={<></>}>
        {({ items }) => (
          <View className="stack">
            <Heading>发出去还没接的</Heading>
            {items.map(({ id, kind, expiresAt }) => (
              <View key={id} className="stack">
                <Text className="fact">
                  {`${postKindLabels[kind]}，${expiresAt.slice(0, 10)} 前有效`}
                </Text>
                <Button
                  look="second"
                  spoken={`收回${postKindLabels[kind]}的邀请`}
                  busy={busy}
                  onTap={() => void withdraw(id)}
                >
                  收回
                </Button>
              </View>
            ))}
          </View>
        )}
      </PageState>
      {isGone(fault) ? (
        <Note tone="warn" title="这个邀请已经不在了。可能有人接了，或者同事收回了。" />
      ) : (
        <FaultNote fault={fault} />
      )}
    </>
  );
}
