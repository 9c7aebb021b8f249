import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  caseTicketEndpoints,
  type CaseTicketOutcome,
  type CaseTicketState,
  type DeskMove,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { useKey } from '@/platform/keys';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
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

/** 受理, 办结, 重新办理: what the ticket may move to now. Closing asks once. */
export function Moves({ ticket, onLearnt, onConflict }: SectionProps) {
  const [closing, setClosing] = useState(false);
  const move = useSend(caseTicketEndpoints.move);
  useOnConflict(move.fault, onConflict);

  const { id, version } = ticket;
  const moveTo = async (to: DeskMove, why: { outcome?: CaseTicketOutcome; note?: string } = {}) => {
    const moved = await move.send({ params: { id }, body: { to, version, ...why } });
    if (!moved) return;
    setClosing(false);
    onLearnt(moved);
  };

  const may = (to: DeskMove) => ticket.mayMoveTo.includes(to);
  useKey('a', may('accepted') ? () => void moveTo('accepted') : undefined);
  useKey('C', may('closed') ? () => setClosing(true) : undefined);

  return (
    <View className="stack">
      {!closing && <ActFault fault={move.fault} ticket={ticket} />}
      <View className="row">
        {may('accepted') && (
          <View className="row__part">
            <Button look="second" busy={move.busy} onTap={() => void moveTo('accepted')}>
              {acceptWords[ticket.state]}
            </Button>
          </View>
        )}
        {may('closed') && (
          <View className="row__part">
            <Button look="second" onTap={() => setClosing(true)}>
              办结
            </Button>
          </View>
        )}
      </View>
      {closing && (
        <CloseSheet
          ticket={ticket}
          send={move}
          onConfirm={(outcome, note) => void moveTo('closed', { outcome, note })}
          onClose={() => setClosing(false)}
        />
      )}
    </View>
  );
}
