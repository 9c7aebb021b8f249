import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FederationModule } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { WeChatModule } from '../platform/wechat/wechat.module';
import { AccessGuard } from './access.guard';
import { AccountRecords } from './account-records';
import { Accounts } from './account.service';
import { DemonstrationPeople } from './demonstration.service';
import { HerRecords } from './her-records';
import { Leaving } from './leaving.service';
import { MeController } from './me.controller';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactors } from './second-factor.service';
import { SessionPurge } from './session-purge';
import { Sessions } from './session.service';
import { SignInController } from './sign-in.controller';
import { SignIns } from './sign-in.service';
import { WeChatPeople } from './wechat-people.service';

@Module({
  imports: [FederationModule, HttpModule, WeChatModule],
  controllers: [MeController, SecondFactorController, SignInController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    Accounts,
    Sessions,
    SessionPurge,
    DemonstrationPeople,
    HerRecords,
    AccountRecords,
    Leaving,
    SecondFactors,
    SignIns,
    WeChatPeople,
  ],
  exports: [Accounts, Sessions, DemonstrationPeople, HerRecords, SecondFactors],
})
export class AccountModule {}
