import { useState } from 'react';
import { deskActEndpoints, deskLimits, pageLimits, type HandOverTarget } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { PageState } from '@/components/page-state';
import { useList } from '@/platform/use-list';
import { useSend } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import type { AskedProps } from './section';
import { useOnConflict } from './use-ticket';

/** Offers it to another federation, which says yes or no; until then it stays here. */
export function HandOverSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const [to, setTo] = useState<string>();
  const offer = useSend(deskActEndpoints.offerHandOver);
  useOnConflict(offer.fault, onConflict);
  const { id, version } = ticket;

  const confirm = async (reason: string) => {
    if (!to) return;
    const body = { version, federationId: to, reason };
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
      whyNot={() => (to ? undefined : '选一个妇联。')}
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

interface TargetProps {
  id: string;
  chosen: string | undefined;
  onChoose: (federationId: string | undefined) => void;
}

/** Those around the desk of the ticket, and by a tap those below one of them. */
function TargetChoice({ id, chosen, onChoose }: TargetProps) {
  const [above, setAbove] = useState<HandOverTarget>();
  const targets = useList(deskActEndpoints.handOverTargets, {
    params: { id },
    query: { below: above?.id, limit: pageLimits.max },
  });
  const look = (target: HandOverTarget | undefined) => {
    setAbove(target);
    onChoose(undefined);
  };
  const under = targets.data?.find((target) => target.id === chosen);
  const mayGoDown = under && under.level !== 'village' && under.level !== 'unit';

  return (
    <>
      <PageState query={targets} isEmpty={(items) => items.length === 0}>
        {(items) => (
          <Choice
            label={above ? `${above.name}下面的` : '哪个妇联'}
            look="rows"
            options={items.map(({ id: value, name, mayBeOffered }) => ({
              value,
              label: name,
              note: mayBeOffered ? undefined : '这一级现在不能接',
            }))}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </PageState>
      {mayGoDown && (
        <Button look="text" onTap={() => look(under)}>
          看它下面的
        </Button>
      )}
      {above && (
        <Button look="text" onTap={() => look(undefined)}>
          回到上面
        </Button>
      )}
    </>
  );
}
