import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FederationModule } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { AccessGuard } from './access.guard';
import { AccountController } from './account.controller';
import { Accounts } from './account.service';
import { DemonstrationController } from './demonstration.controller';
import { DemonstrationPeople } from './demonstration.service';
import { HerRecords } from './her-records';
import { SessionPurge } from './session-purge';
import { Sessions } from './session.service';

@Module({
  imports: [FederationModule, HttpModule],
  controllers: [AccountController, DemonstrationController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    Accounts,
    Sessions,
    SessionPurge,
    DemonstrationPeople,
    HerRecords,
  ],
  exports: [Accounts, Sessions, DemonstrationPeople, HerRecords],
})
export class AccountModule {}
