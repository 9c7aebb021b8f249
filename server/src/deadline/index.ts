export { DeadlineClocks1000000000610 } from './deadline-clocks.migration';
export { DeadlineDue1000000000620 } from './deadline-due.migration';
export { DeadlineEscalationRow } from './deadline-escalation.entity';
export { DeadlineExtensionRow } from './deadline-extension.entity';
export { DeadlineRow } from './deadline.entity';
export { CreateDeadline1000000000600 } from './deadline.migration';
export { DeadlineModule } from './deadline.module';
export { ExtensionsByPerson1000000001415 } from './extensions-by-person.migration';
export {
  clocksDue,
  extensionPeople,
  extensionsBy,
  nearestDueDayOf,
  openEscalations,
  waitingExtensions,
  escalationsAt,
  escalationsOf,
  repointEscalations,
} from './deadline.repository';
export { Deadlines } from './deadline.service';
export { DeadlineWatch } from './deadline-watch';
export { Extensions } from './extension.service';
export type { News } from './looks';
