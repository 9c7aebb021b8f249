import { accountRows } from './rows/account';
import { activityRows } from './rows/activity';
import { caseTicketRows } from './rows/case-ticket';
import { federationRows } from './rows/federation';
import { jobRows } from './rows/job';
import { notificationRows } from './rows/notification';
import { mediationRows } from './rows/mediation';
import { referralRows } from './rows/referral';
import { organisationRows } from './rows/organisation';
import { visitRows } from './rows/visit';
import { womensHomeRows } from './rows/womens-home';
import type { Row } from './row';

/** The one table: every endpoint, and who gets what of it. Without a row here an endpoint is refused. */
export const table: Record<string, readonly Row[]> = {
  account: accountRows,
  federation: federationRows,
  womensHome: womensHomeRows,
  caseTicket: caseTicketRows,
  activity: activityRows,
  job: jobRows,
  notification: notificationRows,
  organisation: organisationRows,
  visit: visitRows,
  referral: referralRows,
  mediation: mediationRows,
};
