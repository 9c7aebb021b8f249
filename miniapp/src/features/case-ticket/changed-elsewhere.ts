const changed = new Set<string>();

/** Something was done with a ticket on a page of its own: what other pages know of it is old. */
export const changedElsewhere = (ticketId: string): void => void changed.add(ticketId);

/** Whether it was since the last time that somebody asked. */
export const wasChangedElsewhere = (ticketId: string): boolean => changed.delete(ticketId);
