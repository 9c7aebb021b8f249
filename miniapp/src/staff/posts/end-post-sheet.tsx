import { Text } from '@tarojs/components';
import { invitationEndpoints, postKindLabels, type DeskPost } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { useRefused } from '@/features/edit/use-saving';
import { isGone, isOvertaken } from '@/platform/refused';
import { useSend } from '@/platform/use-send';

interface Props {
  post: DeskPost;
  onDone: () => void;
  /** It had ended before she tapped. */
  onEndedAlready: () => void;
  onClose: () => void;
}

/** Asks once: from the next tap of hers on she can no longer do what the post let her do. */
export function EndPostSheet({ post, onDone, onEndedAlready, onClose }: Props) {
  const { send, busy, fault } = useSend(invitationEndpoints.endPost);
  useRefused(fault, (refused) => {
    if (isGone(refused) || isOvertaken(refused)) onEndedAlready();
  });
  const end = async () => {
    if (await send({ params: { id: post.id } })) onDone();
  };
  return (
    <Sheet title={`${post.name} · ${postKindLabels[post.kind]}`} onClose={onClose}>
      <Text>办了离任，她马上就看不到这里的工作了。她做过的事都留着。</Text>
      <FaultNote fault={fault} />
      <Button look="danger" busy={busy} onTap={() => void end()}>
        办离任
      </Button>
    </Sheet>
  );
}
