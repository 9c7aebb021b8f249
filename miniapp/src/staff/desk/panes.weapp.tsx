import { openTicket, type PanesProps } from './panes-props';

/** On a phone a ticket has a page of its own. */
export const Panes = ({ list }: PanesProps) => list({ onOpen: openTicket });
