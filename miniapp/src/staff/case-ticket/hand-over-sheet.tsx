import { useState } from 'react';
import { deskActEndpoints, deskLimits, type HandOverTarget } from '@niangjia/shared';
import { useSend } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import type { AskedProps } from './section';
import { TargetChoice, whyNotWords } from './target-choice';
import { useOnConflict } from './use-ticket';

/** Offers it to another federation, which says yes or no; until then it stays here. */
export function HandOverSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const [to, setTo] = useState<HandOverTarget>();
  const offer = useSend(deskActEndpoints.offerHandOver);
  useOnConflict(offer.fault, onConflict);
  const { id, version } = ticket;

  const confirm = async (reason: string) => {
    if (!to) return;
    const body = { version, federationId: to.id, reason };
    const offered = await offer.send({ params: { id }, body });
    if (offered) onLearnt(offered);
  };
  return (
    <ActSheet
      title="交给别的妇联"
      leadsTo="那边看过原因，接下或退回。接下以前还是这里负责，期限照算。"
      asks={[
        {
          name: 'reason',
          label: '为什么交过去',
          hint: '那边只看到这几句，看不到她写的',
          chars: deskLimits.reasonChars,
        },
      ]}
      whyNot={() => whyNotTo(to)}
      button="请那边接手"
      ticket={ticket}
      send={offer}
      onConfirm={({ reason }) => void confirm(reason)}
      onClose={onClose}
    >
      <TargetChoice id={id} chosen={to} onChoose={setTo} />
    </ActSheet>
  );
}

function whyNotTo(to: HandOverTarget | undefined): string | undefined {
  if (!to) return '选一个妇联。';
  return to.whyNot ? `${to.name}不能接：${whyNotWords(to, to.whyNot)}。` : undefined;
}
