export { SubmitTokenEnd1000000001110 } from './submit-token-end.migration';
export { FieldFacts } from './field-facts.service';
export { FieldFactRow } from './field-fact.entity';
export { HandOverRow, LinkRow } from './link.entity';
export { LinkHolders } from './link-holders.service';
export { SubmitTokenRow } from './submit-token.entity';
export { VisitNeedRow, VisitRow } from './visit.entity';
export { CreateVisit1000000001100 } from './visit.migration';
export { VisitModule } from './visit.module';
