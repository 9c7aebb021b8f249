export { idsOf, withinBranch } from './branch';
export { DivisionRow } from './division.entity';
export { Divisions } from './division.service';
export { FederationRow } from './federation.entity';
export { CreateFederation1000000000200 } from './federation.migration';
export { FederationModule } from './federation.module';
export { Federations, type NewFederation } from './federation.service';
export { PartnerUnitRow } from './partner-unit.entity';
export { inBranches } from './in-branches';
