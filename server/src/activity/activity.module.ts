import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule, FederationMoves } from '../federation';
import { NotificationModule } from '../notification';
import { OrganisationModule, WorkSigns } from '../organisation';
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
import { lastActivity } from './work-sign';

@Module({
  imports: [
    AccountModule,
    AuditModule,
    FederationModule,
    HttpModule,
    OrganisationModule,
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
export class ActivityModule {
  constructor(moves: FederationMoves, signs: WorkSigns) {
    moves.register(
      { table: 'activity', path: 'federation_path' },
      { table: 'activity_scope', item: 'activity_id' },
    );
    signs.registerWork(lastActivity);
  }
}
