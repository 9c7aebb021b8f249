import type { DeskEvent } from '@niangjia/shared';

/** One line of the timeline: an event, or several readings in a row by the same person. */
export interface Happening extends DeskEvent {
  times: number;
}

const sameReader = (one: DeskEvent | undefined, other: DeskEvent): boolean =>
  one?.what === 'read' && other.what === 'read' && one.who === other.who;

export function newestFirst(events: readonly DeskEvent[]): Happening[] {
  const happenings: Happening[] = [];
  for (const event of [...events].reverse()) {
    const last = happenings[happenings.length - 1];
    if (last && sameReader(last, event)) last.times += 1;
    else happenings.push({ ...event, times: 1 });
  }
  return happenings;
}
