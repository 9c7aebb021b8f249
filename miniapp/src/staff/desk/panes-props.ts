import type { ReactElement } from 'react';
import type { DeskTicketRow } from '@niangjia/shared';
import { goTo } from '@/platform/navigate';

export interface Opening {
  /** The ticket that stands beside the list. */
  openId?: string;
  onOpen: (id: string) => void;
}

export interface PanesProps {
  list: (opening: Opening) => ReactElement;
  /** What became of a ticket beside the list. */
  onChanged: (ticket: DeskTicketRow) => void;
  /** It is not hers to see any more. */
  onLost: (id: string) => void;
}

export const openTicket = (id: string): void => goTo('/staff/case-ticket/index', { id });
