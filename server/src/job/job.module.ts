import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule, FederationMoves } from '../federation';
import { NotificationModule } from '../notification';
import { HttpModule } from '../platform/http/http.module';
import { BookingController } from './booking.controller';
import { Bookings } from './booking.service';
import { ContactsPurge } from './contacts-purge';
import { DeskJobController } from './desk.controller';
import { DeskJobs } from './desk.service';
import { EmployersView } from './employers-view.service';
import { HerBookings } from './her-bookings';
import { JobController } from './job.controller';
import { ListedJobs } from './job.service';
import { SealedBookings } from './sealed-booking';
import { Shifts } from './shifts.service';
import { ShownJobs } from './shown-jobs';

@Module({
  imports: [AccountModule, AuditModule, FederationModule, HttpModule, NotificationModule],
  controllers: [JobController, DeskJobController, BookingController],
  providers: [
    Bookings,
    ContactsPurge,
    DeskJobs,
    EmployersView,
    HerBookings,
    ListedJobs,
    SealedBookings,
    Shifts,
    ShownJobs,
  ],
})
export class JobModule {
  constructor(moves: FederationMoves) {
    moves.register(
      { table: 'job', path: 'federation_path' },
      { table: 'job_scope', item: 'job_id' },
    );
  }
}
