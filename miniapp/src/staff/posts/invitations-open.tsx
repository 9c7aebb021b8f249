import { Text, View } from '@tarojs/components';
import { invitationEndpoints, postKindLabels, type Invitation, type Page } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { FaultNote } from '@/features/account/fault-note';
import type { Query } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';

/** Sent and not taken yet. */
export function InvitationsOpen({ invitations }: { invitations: Query<Page<Invitation>> }) {
  const { send, busy, fault } = useSend(invitationEndpoints.withdraw);
  const items = invitations.data?.items ?? [];
  const withdraw = async (id: string) => {
    if (await send({ params: { id } })) invitations.again();
  };
  if (items.length === 0) return null;
  return (
    <View className="stack">
      <Heading>发出去还没接的</Heading>
      {items.map(({ id, kind, expiresAt }) => (
        <View key={id} className="stack">
          <Text className="fact">{`${postKindLabels[kind]}，${expiresAt.slice(0, 10)} 前有效`}</Text>
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
      <FaultNote fault={fault} />
    </View>
  );
}
