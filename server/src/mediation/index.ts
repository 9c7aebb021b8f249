export { MediationRow, RecusalRow } from './mediation.entity';
export { CreateMediation1000000001320 } from './mediation.migration';
export { MediationModule } from './mediation.module';
export { MediatorRow } from './mediator.entity';
export { Roster } from './roster.service';
