import { deskActEndpoints, deskLimits } from '@niangjia/shared';
import { useSend } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import type { AskedProps } from './section';
import { useOnConflict } from './use-ticket';

/** From then on only those with an approval read it, she who marks it too. */
export function MinorSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const mark = useSend(deskActEndpoints.markMinor);
  useOnConflict(mark.fault, onConflict);
  const { id, version } = ticket;
  const confirm = async () => {
    const marked = await mark.send({ params: { id }, body: { version } });
    if (marked) onLearnt(marked);
  };
  return (
    <ActSheet
      title="事关未成年人？"
      leadsTo="标了以后内容就锁住。谁要看，先申请，由另一位负责人批。不能取消。"
      asks={[]}
      button="标上"
      look="danger"
      ticket={ticket}
      send={mark}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}

/** Asks another person for leave to read what concerns a minor. */
export function UnlockSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const ask = useSend(deskActEndpoints.askUnlock);
  useOnConflict(ask.fault, onConflict);
  const confirm = async (reason: string) => {
    const asked = await ask.send({ params: { id: ticket.id }, body: { reason } });
    if (asked) onLearnt(asked);
  };
  return (
    <ActSheet
      title="申请查看"
      leadsTo="由另一个人批，自己不能批自己的。申请和批准都会记下来。"
      asks={[
        {
          name: 'reason',
          label: '为什么要看',
          hint: '批的人会看到',
          chars: deskLimits.reasonChars,
        },
      ]}
      button="提交申请"
      ticket={ticket}
      send={ask}
      onConfirm={({ reason }) => void confirm(reason)}
      onClose={onClose}
    />
  );
}
