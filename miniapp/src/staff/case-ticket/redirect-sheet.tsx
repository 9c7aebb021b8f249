import { deskActEndpoints, deskLimits } from '@niangjia/shared';
import { useSend } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import type { AskedProps } from './section';
import { useOnConflict } from './use-ticket';

const asks = [
  {
    name: 'where',
    label: '该向哪里提出',
    hint: '写全称，能写地址、电话更好',
    chars: deskLimits.whereChars,
  },
  { name: 'reason', label: '为什么', hint: '写得平常、好懂', chars: deskLimits.reasonChars },
] as const;

/** Not for this federation: she reads where to go, and it is closed. */
export function RedirectSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const redirect = useSend(deskActEndpoints.redirect);
  useOnConflict(redirect.fault, onConflict);
  const { id, version } = ticket;

  const confirm = async (told: { where: string; reason: string }) => {
    const redirected = await redirect.send({ params: { id }, body: { version, ...told } });
    if (redirected) onLearnt(redirected);
  };
  return (
    <ActSheet
      title="不归本会管，告知去向"
      leadsTo="这两样她都会看到，这件求助就办结了。不要写别人的事。"
      asks={asks}
      button="告知她并办结"
      ticket={ticket}
      send={redirect}
      onConfirm={(told) => void confirm(told)}
      onClose={onClose}
    />
  );
}
