import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule } from '../federation';
import { NotificationModule } from '../notification';
import { HttpModule } from '../platform/http/http.module';
import { WomensHomeModule } from '../womens-home';
import { Activities } from './activities';
import { ActivityController } from './activity.controller';
import { ListedActivities } from './activity.service';
import { CalledAsPurge } from './called-as-purge';
import { DeskActivityController } from './desk.controller';
import { DeskActivities } from './desk.service';
import { HerRegistrations } from './her-registrations';
import { ActivityMoves } from './moves.service';
import { RegistrationController } from './registration.controller';
import { Registrations } from './registration.service';
import { WaitingList } from './waiting-list.service';
import { WhoHolds } from './who-holds.service';

@Module({
  imports: [
    AccountModule,
    AuditModule,
    FederationModule,
    HttpModule,
    NotificationModule,
    WomensHomeModule,
  ],
  controllers: [ActivityController, RegistrationController, DeskActivityController],
  providers: [
    Activities,
    ListedActivities,
    Registrations,
    WaitingList,
    CalledAsPurge,
    WhoHolds,
    DeskActivities,
    ActivityMoves,
    HerRegistrations,
  ],
  exports: [Activities, Registrations],
})
export class ActivityModule {}
