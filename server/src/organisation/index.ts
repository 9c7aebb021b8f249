export { EnterpriseRow } from './enterprise.entity';
export { placeTyped } from './federation-search';
export { PostInvitationRow } from './invitation.entity';
export { Invitations } from './invitations.service';
export { CreateOrganisation1000000001240 } from './organisation.migration';
export { OrganisationModule } from './organisation.module';
export { type LastDone, type LinksOf, WorkSigns } from './work-signs';
