export { BookingRow } from './booking.entity';
export { Bookings } from './booking.service';
export { DeskJobs } from './desk.service';
export { JobRow } from './job.entity';
export { CreateJob1000000000900 } from './job.migration';
export { JobModule } from './job.module';
export { ShiftRow } from './shift.entity';
export { ShiftPatternRow } from './shift-pattern.entity';
