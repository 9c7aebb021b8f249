import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { CaseTicketModule } from '../case-ticket';
import { FederationModule } from '../federation';
import { HttpModule } from '../platform/http/http.module';
import { ReferralController } from './referral.controller';
import { Referrals } from './referral.service';
import { WaitingList } from './waiting-list.service';

@Module({
  imports: [AccountModule, CaseTicketModule, FederationModule, HttpModule],
  controllers: [ReferralController],
  providers: [Referrals, WaitingList],
})
export class ReferralModule {}
