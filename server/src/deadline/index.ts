export { DeadlineRow } from './deadline.entity';
export { CreateDeadline1000000000600 } from './deadline.migration';
export { DeadlineModule } from './deadline.module';
export { Deadlines } from './deadline.service';
