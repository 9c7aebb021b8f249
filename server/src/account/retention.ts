import { invitationLimits } from '@niangjia/shared';
import { keptReplyHours } from '../platform/http/once';

/** Days for which it is kept. Where no law names them they are the decision of the federation that runs this. */
export const retentionDays = {
  /** After she withdrew it. */
  withdrawnTicket: 180,
  /** After it was closed: it is evidence before a court, for which a claim lapses after three years. */
  closedTicket: 3 * 365,
  /** 网络安全法 wants what happened on the network for six months, the longest of which have 184 days. */
  signInRecord: 184,
  /** 个人信息保护法 art. 56 wants the record of processing for three years. */
  accessRecord: 3 * 365 + 1,
  /** After it was made: an office that nobody took. */
  invitation: invitationLimits.days,
  /** After it was written. */
  notice: 365,
  /** After the last moment of the activity: what she wants to be called. */
  calledAs: 30,
  /** 个人信息保护法 art. 47: she took her consent to be on a list back. Her entry goes the coming night. */
  linkEndedByHer: 0,
  /** After a link was ended by somebody else: a mistake can be put right until then. */
  linkEnded: 180,
  /** After a phone got it. Phones get a new one each month, so that sealed work has a month at least. */
  submitToken: 60,
  /** After she signed out: what she sealed then is sent by then, or when she signs in on that phone again. */
  submitTokenSignedOut: 30,
  /** After the last day of her term: a ticket that she mediated is kept as long. */
  mediatorName: 3 * 365,
  /** After the shift: name, phone and remark, which the employer's contact sees until the day has passed. */
  bookingContact: 30,
} as const;

interface Kept {
  what: string;
  /** Until when, in words; the days of the table above stand in them. */
  until: string;
}

const days = (key: keyof typeof retentionDays, after: string): string =>
  `${retentionDays[key]} days after ${after}`;

const notOfAPerson = 'replaced or ended by whoever keeps the tree; of no private person';
const withHerAccount = 'she deletes her account';
const linkOver = `the night after she ended the link; ${days('linkEnded', 'others ended it')}`;
const ofTheVisitor = 'does not go: no word, of whom only the visitor; for the figures';
const ofTheStaff = 'does not go: no word, of whom only staff; for the figures';
const forTheFigures = 'does not go: no word, no person; for the figures';
const published = 'does not go: it was public, of no private person';

/**
 * Every table and when what stands in it goes, as docs/privacy.md prints it. A test compares both with each
 * other and with the tables there are.
 */
export const retention: Record<string, Kept[]> = {
  idempotency: [
    {
      what: 'a reply, for a repeated request',
      until: `${keptReplyHours} to ${keptReplyHours + 2} hours after the request`,
    },
  ],
  installation: [{ what: 'what the database is for', until: 'does not go: of no person' }],
  division: [{ what: 'places', until: notOfAPerson }],
  federation: [{ what: 'federations', until: notOfAPerson }],
  partner_unit: [{ what: 'units that found a federation together', until: notOfAPerson }],
  federation_count: [{ what: 'how many of each kind lie in a branch', until: notOfAPerson }],
  federation_move: [{ what: 'where a federation lay before, and why', until: published }],
  name_form: [{ what: 'how names of places and homes are found', until: notOfAPerson }],
  account: [{ what: 'her name, and whether she wants 长辈版', until: withHerAccount }],
  wechat_identity: [{ what: 'her number at WeChat', until: withHerAccount }],
  post: [{ what: 'offices, with their days', until: withHerAccount }],
  session: [
    { what: 'a sign-in', until: 'an hour after it ended, at the latest 90 days after it began' },
  ],
  second_factor: [
    {
      what: 'the sealed key of her authenticator, when she last used it',
      until: `${withHerAccount}, or it is removed for a lost phone`,
    },
  ],
  audit_entry: [
    {
      what: 'signing in and out, copying her data, deleting an account',
      until: days('signInRecord', 'it was done'),
    },
    {
      what: 'all other acts, looks at tickets and refusals among them',
      until: days('accessRecord', 'it was done'),
    },
  ],
  audit_chain: [
    { what: 'where the chains of the audit begin and end', until: 'does not go: of no person' },
  ],
  notification: [{ what: 'what she was told', until: days('notice', 'it was told') }],
  womens_home: [{ what: "women's homes", until: published }],
  womens_home_code: [{ what: 'codes on their walls', until: published }],
  deadline: [{ what: 'deadlines of tickets', until: forTheFigures }],
  deadline_extension: [{ what: 'who asked for longer, who decided, the days', until: ofTheStaff }],
  deadline_escalation: [{ what: 'which duty was missed by whose desk', until: forTheFigures }],
  case_ticket: [
    { what: 'the keys of its words, withdrawn', until: days('withdrawnTicket', 'she withdrew it') },
    { what: 'the keys of its words, closed', until: days('closedTicket', 'it was closed') },
    { what: 'kind, state, desk, times to the minute', until: forTheFigures },
  ],
  case_ticket_message: [{ what: 'its words', until: 'its keys go, then nothing opens them' }],
  case_ticket_event: [{ what: 'its moves', until: forTheFigures }],
  case_ticket_scope: [{ what: 'whose desk', until: forTheFigures }],
  case_ticket_hand_over: [
    { what: 'which federation is asked to take it', until: 'that federation answers' },
  ],
  case_ticket_bar: [{ what: 'for whom it is not there', until: ofTheStaff }],
  case_ticket_unlock: [
    {
      what: 'who asked to read of a minor, who decided',
      until: 'it is closed or handed over, or she loses sight of it',
    },
    { what: 'its reason', until: 'its keys go, then nothing opens it' },
  ],
  saved_filter: [{ what: 'what she narrows her lists to', until: `${withHerAccount}, or it` }],
  kept_ticket: [
    { what: 'what she keeps under 我的', until: `${withHerAccount}, takes it out, or its keys go` },
  ],
  activity: [{ what: 'activities', until: published }],
  activity_scope: [{ what: 'whose desk', until: published }],
  registration: [
    { what: 'that she registered', until: withHerAccount },
    {
      what: 'what she wants to be called',
      until: `she cancels; ${days('calledAs', 'the activity')}`,
    },
  ],
  job: [{ what: 'posts', until: published }],
  job_scope: [{ what: 'whose desk a post is', until: published }],
  shift_pattern: [{ what: 'their weekly hours', until: published }],
  shift: [{ what: 'their shifts', until: published }],
  booking: [
    { what: 'that she booked', until: withHerAccount },
    { what: 'name, phone, remark', until: `she cancels; ${days('bookingContact', 'the shift')}` },
  ],
  enterprise: [{ what: 'enterprises, and how many women work there', until: notOfAPerson }],
  post_invitation: [
    {
      what: 'an office that waits for somebody',
      until: `${days('invitation', 'it was made')}; when it is taken or withdrawn`,
    },
  ],
  grid: [{ what: 'grids of a village', until: notOfAPerson }],
  grid_holder: [{ what: 'who keeps which grid', until: withHerAccount }],
  ledger_entry: [{ what: 'who is linked to an 执委, and what is noted of her', until: linkOver }],
  field_fact: [
    { what: 'that a phone sent it, keyed hashes of what', until: 'does not go: it counts once' },
  ],
  visit_link: [
    { what: 'whose card it is, which entry, her account', until: linkOver },
    { what: 'whose list, from when to when', until: ofTheVisitor },
  ],
  link_hand_over: [{ what: 'from whom to whom a list went', until: ofTheVisitor }],
  visit: [
    { what: 'its words', until: linkOver },
    { what: 'day, kind and risk', until: ofTheVisitor },
  ],
  visit_need: [{ what: 'what she needs', until: linkOver }],
  submit_token: [
    {
      what: 'the proof of a phone that sealed something',
      until: `${days('submitTokenSignedOut', 'she signed out everywhere')}; ${days('submitToken', 'the phone got it')}`,
    },
  ],
  referral: [
    { what: 'what a slip says', until: "its ticket's keys go, then nothing opens it" },
    { what: 'to what sort of body, state, times to the minute', until: forTheFigures },
  ],
  mediator: [
    { what: 'her name', until: days('mediatorName', 'the last day of her term') },
    { what: 'federation, skills, term', until: forTheFigures },
  ],
  mediation: [
    { what: 'a note on how it ended', until: "its ticket's keys go, then nothing opens it" },
    { what: 'who mediated, from when to when', until: ofTheStaff },
  ],
  mediator_recusal: [{ what: 'who stays out of which ticket', until: ofTheStaff }],
};

/** Tables that name an account and are not in her file, and why. */
export const keptOutOfHerFile: Record<string, string> = {
  case_ticket: 'which ticket was given to her in office is the file of the federation, not hers',
  case_ticket_scope: 'which ticket was given to her in office is the file of the federation',
  case_ticket_hand_over: 'what she offered in office is the file of the federation, not hers',
  case_ticket_bar: 'it would tell her that there is a ticket, which is not there for her',
  case_ticket_unlock: 'what she asked and decided in office is the file of the federation',
  case_ticket_message: 'what she wrote in office is the file of the federation, not hers',
  case_ticket_event: 'what she decided in office is the file of the federation, not hers',
  post_invitation: 'whom she invited in office is the file of the federation; it goes within days',
  deadline_extension: 'what she asked and decided in office is the file of the federation',
  field_fact: 'only says that a visit was sent; the visit itself is in the file',
  visit_link:
    'whom she visited in office is the file of the federation; what is hers is in her file',
  link_hand_over: 'who visits whom is the file of the federation, not hers',
  submit_token: 'a hash by which her phone proves itself; it says nothing',
  referral: 'what she sent on in office is the file of the federation, not hers',
  mediation: 'whom she asked in office is the file of the federation, not hers',
  mediator_recusal: 'what she wrote down in office is the file of the federation, not hers',
};
