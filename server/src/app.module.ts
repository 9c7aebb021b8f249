import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountModule } from './account';
import { ActivityModule } from './activity';
import { AuditModule } from './audit';
import { CaseTicketModule } from './case-ticket';
import { DeadlineModule } from './deadline';
import { FederationModule } from './federation';
import { JobModule } from './job';
import { LedgerModule } from './ledger';
import { NotificationModule } from './notification';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { LimitsModule } from './platform/http/limits.module';
import { PlatformModule, type PlatformParts } from './platform/platform.module';
import { MediationModule } from './mediation';
import { ReferralModule } from './referral';
import { OrganisationModule } from './organisation';
import { VisitModule } from './visit';
import { WomensHomeModule } from './womens-home';

@Module({})
export class AppModule {
  /** The modules in the order of the tiers: platform, foundations, services, features. */
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(parts),
        ScheduleModule.forRoot(),
        HttpModule,
        HealthModule,
        FederationModule,
        AccountModule,
        LimitsModule,
        AuditModule,
        NotificationModule,
        WomensHomeModule,
        OrganisationModule,
        LedgerModule,
        DeadlineModule,
        CaseTicketModule,
        JobModule,
        ActivityModule,
        VisitModule,
        ReferralModule,
        MediationModule,
      ],
    };
  }
}
