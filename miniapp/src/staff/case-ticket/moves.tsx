import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  caseTicketEndpoints,
  whyNotWrite,
  type CaseTicketOutcome,
  type CaseTicketState,
  type DeskMove,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { useKey } from '@/platform/keys';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { ActSheet, reasonAsk } from './act-sheet';
import { CloseSheet } from './close-sheet';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

const acceptWords: Record<CaseTicketState, string> = {
  received: '受理',
  accepted: '受理',
  answered: '接着办',
  closed: '重新办理',
  withdrawn: '重新办理',
};

/** 受理, 办结, 重新办理: what the ticket may move to now. Closing and opening again ask once. */
export function Moves({ ticket, onLearnt, onConflict }: SectionProps) {
  const [asking, setAsking] = useState<'close' | 'reopen'>();
  const move = useSend(caseTicketEndpoints.move);
  useOnConflict(move.fault, onConflict);

  const { id, version } = ticket;
  const moveTo = async (to: DeskMove, why: { outcome?: CaseTicketOutcome; note?: string } = {}) => {
    const moved = await move.send({ params: { id }, body: { to, version, ...why } });
    if (!moved) return;
    setAsking(undefined);
    onLearnt(moved);
  };

  const may = (to: DeskMove) => ticket.mayMoveTo.includes(to);
  const isOver = whyNotWrite(ticket.state) !== undefined;
  const accept = () => (isOver ? setAsking('reopen') : void moveTo('accepted'));
  const close = () => setAsking('close');
  const stop = () => setAsking(undefined);
  useKey('s', may('accepted') ? accept : undefined);
  useKey('C', may('closed') ? close : undefined);

  return (
    <View className="stack">
      {!asking && <ActFault fault={move.fault} ticket={ticket} />}
      <View className="row">
        {may('accepted') && (
          <View className="row__part">
            <Button look="second" busy={move.busy} onTap={accept}>
              {acceptWords[ticket.state]}
            </Button>
          </View>
        )}
        {may('closed') && (
          <View className="row__part">
            <Button look="second" onTap={close}>
              办结
            </Button>
          </View>
        )}
      </View>
      {asking === 'close' && (
        <CloseSheet
          ticket={ticket}
          send={move}
          onConfirm={(outcome, note) => void moveTo('closed', { outcome, note })}
          onClose={stop}
        />
      )}
      {asking === 'reopen' && (
        <ActSheet
          title="重新办理这件求助？"
          leadsTo="期限接着算，她凭领取码会看到又在办了。"
          asks={[reasonAsk('为什么重新办理')]}
          button="确定重新办理"
          ticket={ticket}
          send={move}
          onConfirm={({ reason }) => void moveTo('accepted', { note: reason })}
          onClose={stop}
        />
      )}
    </View>
  );
}
