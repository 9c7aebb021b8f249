export { ReferralRow } from './referral.entity';
export { CreateReferral1000000001310 } from './referral.migration';
export { ReferralModule } from './referral.module';
export { ReferralSenderFederation1000000001530 } from './sender-federation.migration';
