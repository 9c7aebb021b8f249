import type { DataSource } from 'typeorm';
import {
  AccountElder1000000000320,
  AccountRow,
  CountPosts1000000001220,
  CreateAccount1000000000300,
  CreateSecondFactor1000000001410,
  CreateWeChatIdentity1000000000310,
  PostRow,
  SecondFactorRow,
  SessionRow,
  WeChatIdentityRow,
} from './account';
import {
  ActivityRow,
  ActivityScope1000000000830,
  ActivityScopeRow,
  CreateActivity1000000000800,
  HideUnpublished1000000000810,
  RegistrationCalledAs1000000000820,
  RegistrationRow,
} from './activity';
import {
  AuditByAccount1000000000410,
  AuditByAge1000000000420,
  AuditChainRow,
  AuditEntryRow,
  ChainAudit1000000000430,
  CreateAudit1000000000400,
} from './audit';
import {
  BarRow,
  CaseTicket,
  CaseTicketDeskWork1000000000730,
  CaseTicketApprovals1000000001420,
  CaseTicketByAssignee1000000001510,
  CaseTicketCodeSeen1000000001520,
  CaseTicketByDesk1000000001250,
  CaseTicketEvent,
  CaseTicketFromVisit1000000000720,
  CaseTicketHerBars1000000001430,
  CaseTicketMessage,
  CaseTicketScope,
  CreateCaseTicket1000000000700,
  CreateKeptTicket1000000000710,
  HandOverOfferRow,
  KeptTicketRow,
  SavedFilterRow,
  UnlockRow,
} from './case-ticket';
import {
  CreateDeadline1000000000600,
  DeadlineClocks1000000000610,
  DeadlineDue1000000000620,
  DeadlineEscalationRow,
  DeadlineExtensionRow,
  DeadlineRow,
  ExtensionsByPerson1000000001415,
} from './deadline';
import {
  CreateFederation1000000000200,
  CreateFederationMove1000000001210,
  DivisionRow,
  FederationByKind1000000001440,
  FederationCount1000000001200,
  FederationCountRow,
  FederationMoveRow,
  FederationRow,
  NameDivisions1000000000210,
  PartnerUnitRow,
} from './federation';
import {
  checkInstallation,
  CreateInstallation1000000000150,
  InstallationRow,
  markInstallation,
} from './installation';
import {
  BookingRow,
  CreateJob1000000000900,
  HideUnpublishedJobs1000000000910,
  JobRow,
  JobScope1000000000920,
  JobScopeRow,
  ShiftPatternRow,
  ShiftRow,
} from './job';
import {
  CreateNotification1000000000450,
  NotificationByAge1000000000460,
  NotificationRow,
} from './notification';
import {
  CreateLedger1000000001000,
  GridHolderRow,
  GridRow,
  LedgerEntryRow,
  LedgerEntryVersion1000000001020,
  LedgerFieldVersions1000000001010,
} from './ledger';
import { CreateNameForm1000000000190, NameForm } from './names';
import { Clock } from './platform/clock';
import type { Config } from './platform/config';
import {
  type EntityClass,
  makeDataSource,
  type MigrationClass,
  serveFrom,
} from './platform/database/data-source';
import { migrate } from './platform/database/migrate';
import { checkThere, checkWhole } from './platform/database/whole';
import { Idempotency1000000000100 } from './platform/database/migrations/1000000000100-idempotency';
import { Idempotency } from './platform/http/idempotency.entity';
import { CreateMediation1000000001320, MediationRow, MediatorRow, RecusalRow } from './mediation';
import {
  CreateReferral1000000001310,
  ReferralRow,
  ReferralSenderFederation1000000001530,
} from './referral';
import { CreateOrganisation1000000001240, EnterpriseRow, PostInvitationRow } from './organisation';
import {
  CreateVisit1000000001100,
  FieldFactRow,
  HandOverRow,
  LinkRow,
  SubmitTokenEnd1000000001110,
  SubmitTokenRow,
  VisitNeedRow,
  VisitRow,
} from './visit';
import {
  CountWomensHomes1000000001230,
  CreateWomensHome1000000000500,
  NameWomensHomes1000000000510,
  WomensHomeByKind1000000001445,
  WomensHomeCode,
  WomensHomeRow,
} from './womens-home';

/** Every table of every domain. */
const entities: EntityClass[] = [
  Idempotency,
  InstallationRow,
  NameForm,
  DivisionRow,
  FederationRow,
  PartnerUnitRow,
  FederationCountRow,
  FederationMoveRow,
  AccountRow,
  PostRow,
  SessionRow,
  WeChatIdentityRow,
  SecondFactorRow,
  AuditEntryRow,
  AuditChainRow,
  NotificationRow,
  WomensHomeRow,
  WomensHomeCode,
  DeadlineRow,
  DeadlineExtensionRow,
  DeadlineEscalationRow,
  CaseTicket,
  CaseTicketMessage,
  CaseTicketEvent,
  CaseTicketScope,
  HandOverOfferRow,
  BarRow,
  UnlockRow,
  SavedFilterRow,
  KeptTicketRow,
  ActivityRow,
  ActivityScopeRow,
  RegistrationRow,
  JobRow,
  JobScopeRow,
  ShiftPatternRow,
  ShiftRow,
  BookingRow,
  EnterpriseRow,
  PostInvitationRow,
  GridRow,
  GridHolderRow,
  LedgerEntryRow,
  FieldFactRow,
  LinkRow,
  HandOverRow,
  VisitRow,
  VisitNeedRow,
  SubmitTokenRow,
  ReferralRow,
  MediatorRow,
  MediationRow,
  RecusalRow,
];

/** In the order of their numbers. */
const migrations: MigrationClass[] = [
  Idempotency1000000000100,
  CreateInstallation1000000000150,
  CreateNameForm1000000000190,
  CreateFederation1000000000200,
  NameDivisions1000000000210,
  CreateAccount1000000000300,
  CreateWeChatIdentity1000000000310,
  AccountElder1000000000320,
  CreateAudit1000000000400,
  AuditByAccount1000000000410,
  AuditByAge1000000000420,
  ChainAudit1000000000430,
  CreateNotification1000000000450,
  NotificationByAge1000000000460,
  CreateWomensHome1000000000500,
  NameWomensHomes1000000000510,
  CreateDeadline1000000000600,
  DeadlineClocks1000000000610,
  DeadlineDue1000000000620,
  CreateCaseTicket1000000000700,
  CreateKeptTicket1000000000710,
  CaseTicketFromVisit1000000000720,
  CaseTicketDeskWork1000000000730,
  CreateActivity1000000000800,
  HideUnpublished1000000000810,
  RegistrationCalledAs1000000000820,
  ActivityScope1000000000830,
  CreateJob1000000000900,
  HideUnpublishedJobs1000000000910,
  JobScope1000000000920,
  CreateLedger1000000001000,
  LedgerFieldVersions1000000001010,
  LedgerEntryVersion1000000001020,
  CreateVisit1000000001100,
  SubmitTokenEnd1000000001110,
  FederationCount1000000001200,
  CreateFederationMove1000000001210,
  CountPosts1000000001220,
  CountWomensHomes1000000001230,
  CreateOrganisation1000000001240,
  CaseTicketByDesk1000000001250,
  CreateReferral1000000001310,
  CreateMediation1000000001320,
  CreateSecondFactor1000000001410,
  ExtensionsByPerson1000000001415,
  CaseTicketApprovals1000000001420,
  CaseTicketHerBars1000000001430,
  FederationByKind1000000001440,
  WomensHomeByKind1000000001445,
  CaseTicketByAssignee1000000001510,
  CaseTicketCodeSeen1000000001520,
  ReferralSenderFederation1000000001530,
];

/** Connects and changes nothing: for a copy, beside a service that may be running. */
export const connectDatabase = (config: Config): Promise<DataSource> =>
  makeDataSource(config, entities, migrations).initialize();

/**
 * Connects to the database and brings its tables up to date. A new one is marked with what it is for; a
 * demonstration's is marked together with its people and places. @throws StartFault
 */
export async function openDatabase(config: Config, clock = new Clock()): Promise<DataSource> {
  checkThere(config);
  const dataSource = makeDataSource(config, entities, migrations);
  await dataSource.initialize();
  try {
    await checkWhole(dataSource, config);
    await checkInstallation(dataSource, config);
    await migrate(dataSource);
    if (config.mode !== 'demonstration')
      await dataSource.transaction((tx) => markInstallation(tx, config.mode, clock.now()));
    serveFrom(dataSource);
    return dataSource;
  } catch (fault) {
    await dataSource.destroy();
    throw fault;
  }
}
