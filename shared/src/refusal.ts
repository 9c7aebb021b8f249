import { accountRefusals } from './account/account.refusals';
import { activityRefusals } from './activity/activity.refusals';
import { caseTicketRefusals } from './case-ticket/case-ticket.refusals';
import { deadlineRefusals } from './deadline/deadline.refusals';
import { federationRefusals } from './federation/federation.refusals';
import { jobRefusals } from './job/job.refusals';
import { ledgerRefusals } from './ledger/ledger.refusals';
import { notificationRefusals } from './notification/notification.refusals';
import { mediatorRefusals } from './mediation/mediator.refusals';
import { referralRefusals } from './referral/referral.refusals';
import { organisationRefusals } from './organisation/organisation.refusals';
import { visitRefusals } from './visit/visit.refusals';
import { womensHomeRefusals } from './womens-home/womens-home.refusals';

/** One way of saying no: the HTTP status and the sentence a person reads, with what to do next. */
export interface RefusalEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly message: string;
}

const platformRefusals = {
  bad_input: { status: 400, message: '有几处要改一下，改好再提交。' },
  bad_json: { status: 400, message: '没看懂发来的内容。再提交一次。' },
  sign_in_needed: { status: 401, message: '先登录，再做这一步。' },
  not_found: { status: 404, message: '没找到。看看地址对不对，或回首页再找。' },
  method_not_allowed: { status: 405, message: '这个地址不这样用。回首页再试。' },
  idempotency_running: { status: 409, message: '刚才那次还在提交。等一下再看结果。' },
  changed_meanwhile: { status: 409, message: '刚才有人改过了。看一下最新的，再改。' },
  too_large: { status: 413, message: '内容太长了。删短一些再提交。' },
  wrong_content_type: { status: 415, message: '内容的格式不对。用 JSON 再提交。' },
  idempotency_other_body: { status: 422, message: '内容和上次提交的不一样。回到表单再提交一次。' },
  too_many: { status: 429, message: '这里一下子来的人太多。等一分钟再试。' },
  fault: { status: 500, message: '这次没办成，您填的都还在。再试一次，还不行就打电话。' },
  busy: { status: 503, message: '现在有点忙，您填的都还在。等一下再试。' },
} as const satisfies Record<string, RefusalEntry>;

/** The one catalogue of refusals. A code that is not here does not compile. */
export const refusals = {
  ...platformRefusals,
  ...accountRefusals,
  ...federationRefusals,
  ...womensHomeRefusals,
  ...caseTicketRefusals,
  ...deadlineRefusals,
  ...activityRefusals,
  ...jobRefusals,
  ...notificationRefusals,
  ...ledgerRefusals,
  ...organisationRefusals,
  ...visitRefusals,
  ...referralRefusals,
  ...mediatorRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;

/** What the API sends for every “no”. `fields` names each faulty field and says what to do about it. */
export interface RefusalBody {
  code: RefusalCode;
  message: string;
  fields?: Record<string, string>;
}
