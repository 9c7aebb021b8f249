import {
  aClock,
  aDeskActivity,
  aDeskJob,
  aHome,
  anApproval,
  anEscalation,
  anOffer,
  aPerson,
  aTicket,
  staff,
} from './desk';
import { aDeskGrid, aGrid, aLedgerEntry, aLinkHolder, aLinkOfHers, aVisit, aWoman } from './field';
import { claimCode, claimedTicket, nearestHome, theHome, town, whoSees } from './her';
import { aMediation, aMediator, aReferral } from './referrals';
import {
  aCommittee,
  aFile,
  anEnterprise,
  anInvitation,
  aNewInvitation,
  aPost,
} from './organisation';
import { aBooking, aJob, anActivity, aRegistration, aShift } from './her-days';

const list = (...items: unknown[]) => ({ items, next: null });
const county = { ...town, code: '350583', name: '南安市', level: 'county' };
const below = { parentId: 'F0', parentName: '南安市妇联' };
const writtenAt = '2026-11-22T09:00:00+08:00';
const ticket = aTicket({
  federationName: '霞美镇妇联',
  concernsMinor: true,
  unlockRequests: [
    { accountId: 'P1', name: '示例·陈素琴', reason: '要陪她去学校', askedAt: writtenAt },
  ],
  handOver: { federationName: '康美镇妇联', offeredByName: null, offeredAt: writtenAt },
  may: ['assign', 'redirect', 'hand_over', 'recall_hand_over', 'mark_minor', 'bar'],
  inDanger: true,
  notVillage: true,
  risk: 'danger',
  safeContact: { way: 'call', phone: '13800000000', when: '上午9点到11点', codeWord: '木棉' },
  messages: [
    { id: 'M', from: 'her', internal: false, authorName: null, text: '他又打我。', writtenAt },
  ],
  deadlines: [
    aClock({ whyNot: 'name_or_address_unknown', counted: null, dueDay: null }),
    aClock({
      rule: 'petition_settlement',
      article: '信访工作条例第三十四条',
      what: '办结并答复',
      counted: '从 11月22日 起 60 个自然日',
      dueDay: '2027-01-21',
      extendableByDays: 30,
      mayMeet: true,
      mayDecide: true,
    }),
  ],
  events: [
    {
      at: writtenAt,
      who: staff.displayName,
      what: 'read',
      about: null,
      to: null,
      outcome: null,
      note: null,
    },
  ],
});
const shift = aShift();
const whoComes = { shiftId: 'S1', state: 'booked', startsAt: shift.startsAt, endsAt: shift.endsAt };
const person = { name: '示例·林木棉', phone: '13800000000', remark: '左撇子' };

const hers = {
  '/divisions': list(county, town),
  '/womens-homes': list(theHome),
  '/womens-homes/nearest': list(nearestHome),
  '/womens-homes/H1': theHome,
  '/federations/F1/chain': list({ name: '南安市妇联' }, { name: '山美村妇联' }),
  '/case-tickets': { id: 'T1', claimCode },
  '/case-tickets/claim': claimedTicket,
  '/case-tickets/claim/people': whoSees,
  '/activities': list(anActivity(), anActivity({ id: 'A2', seatsLeft: 0 })),
  '/activities/A1': anActivity(),
  '/activities/A2': anActivity({ id: 'A2', state: 'cancelled', cancelReason: '台风来了。' }),
  '/activities/A3': anActivity({ id: 'A3', seatsLeft: 0, waiting: 4 }),
  '/activities/A1/registrations': aRegistration({ state: 'waiting', waitingBefore: 3 }),
  '/jobs': list(aJob()),
  '/jobs/J1': aJob({ shifts: [shift, aShift({ id: 'S2', placesLeft: 0 })] }),
  '/shifts/S1/bookings': aBooking(),
  '/me/notifications': {
    ...list({
      id: 'N1',
      kind: 'registration_promoted',
      text: '轮到您了。11月26日的活动有您的名额。',
      aboutId: 'A1',
      createdAt: writtenAt,
      readAt: null,
    }),
    unread: 1,
  },
  '/me/registrations': list(aRegistration(), aRegistration({ id: 'R2', state: 'waiting' })),
  '/me/bookings': list(aBooking()),
  '/me/sessions': list({
    id: 'there',
    createdAt: writtenAt,
    lastUsedDay: '2026-11-22',
    isCurrent: false,
  }),
  '/me/data': {
    madeAt: writtenAt,
    parts: [
      { name: '活动报名', fields: { 活动: '知道您报了哪个活动。' }, rows: [{ 活动: '包粽子' }] },
    ],
  },
  '/links/claim': aLinkOfHers(),
  '/me/links': list(aLinkOfHers()),
  '/me/case-tickets': list({
    id: 'K1',
    title: '11月26日收进的一件事',
    state: 'answered',
    keptDay: '2026-11-26',
  }),
};

const oneHealth = {
  federationId: 'F1',
  federationName: '霞美镇妇联',
  level: 'town',
  kind: 'federation',
  members: 12,
};
const theirs = {
  '/me': staff,
  '/me/second-factor': { isSetUp: true, isFresh: true, demonstration: null },
  '/me/second-factor/keys': { uri: 'otpauth://totp/x', key: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
  '/sessions': { token: 'token', account: staff },
  '/demonstration/people': list({ id: 'p', name: staff.displayName, role: '霞美村妇联 工作人员' }),
  // The same path gives the list and takes one that is written down.
  '/desk/case-tickets': { ...list(ticket), id: 'T1', claimCode },
  '/desk/case-tickets/T1': ticket,
  '/desk/case-tickets/T2': aTicket({
    id: 'T2',
    concernsMinor: true,
    locked: true,
    may: ['ask_unlock'],
  }),
  '/desk/case-tickets/T1/people': list(aPerson(), aPerson({ accountId: 'P2', isBarred: true })),
  '/desk/case-tickets/T1/hand-over-targets': list(
    { id: 'F2', name: '霞美镇妇联', level: 'town', ...below, whyNot: null },
    { id: 'F3', name: '四黄村妇联', level: 'village', ...below, whyNot: 'hand_over_no_desk' },
  ),
  '/desk/case-ticket-filters': list({
    id: 'S1',
    name: '急着办的',
    filter: { due: 'overdue' },
    federationName: null,
  }),
  '/desk/hand-overs': list(anOffer()),
  '/desk/approvals': list(
    {
      ticket: aTicket({ kind: 'children', locked: true }),
      approvals: [anApproval({ mayDecide: true })],
    },
    {
      ticket,
      approvals: [
        anApproval({
          kind: 'extension',
          rule: 'petition_settlement',
          days: 20,
          isMine: true,
          reason: '要等鉴定结果',
        }),
      ],
    },
  ),
  '/desk/figures/closure': { fromDay: '2026-11-01', toDay: '2026-11-30', due: 12, closed: 9 },
  '/desk/figures/closure/case-tickets': list(ticket),
  '/desk/escalations': list(anEscalation()),
  '/desk/womens-homes': list(aHome()),
  '/desk/womens-homes/H1': aHome(),
  '/desk/activities': list(aDeskActivity()),
  '/desk/activities/A1': aDeskActivity({ waiting: 2 }),
  '/desk/link-holders': list(aLinkHolder(), aLinkHolder({ accountId: 'L', name: '示例·林玉' })),
  '/desk/grids': list(aDeskGrid(), aDeskGrid({ id: 'G2', name: '示例·祠堂边' })),
  '/desk/case-tickets/T1/referrals': {
    referrals: [aReferral({ state: 'answered' }), aReferral({ id: 'R2' })],
  },
  '/desk/referrals': list(aReferral()),
  '/desk/referrals/R1': aReferral(),
  '/desk/mediators': list(aMediator(), aMediator({ id: 'M2', name: '示例·苏丽琴' })),
  '/desk/case-tickets/T1/mediation': aMediation(),
  '/desk/federations': {
    found: [{ id: 'F2', name: '霞美镇妇联', parentName: '南安市妇联' }],
    meant: [],
  },
  '/desk/federations/F1': aFile({
    moves: [
      {
        id: 'M1',
        movedOn: '2026-03-01',
        reason: '区划调整',
        fromName: '梅山镇妇联',
        toName: '南安市妇联',
      },
    ],
  }),
  '/desk/federations/F2': aCommittee(),
  '/federations/F1/children': list(aCommittee(), aFile({ id: 'F3', name: '霞美村妇联' })),
  '/federations/F2/children': list(),
  '/federations/F2/chain': list({ name: '南安市妇联' }, { name: '霞美镇妇联' }),
  '/federations/xiamei/children': list(aFile({ id: 'F3', name: '四黄村妇联' })),
  '/desk/federations/F1/counted': list({
    id: 'F3',
    name: '霞美村妇联',
    federationId: 'F3',
    federationName: '霞美村妇联',
  }),
  '/desk/federations/F1/health': list(
    { ...oneHealth, hints: [] },
    {
      ...oneHealth,
      federationId: 'F3',
      federationName: '霞美村妇联',
      hints: [
        { kind: 'too_few_members', text: '执委 10 人，一般是 11 到 15 人' },
        { kind: 'links_missing', text: '示例·陈秀英的联系户差1名' },
      ],
    },
  ),
  '/desk/federations/F1/posts': list(
    aPost(),
    aPost({ id: 'P2', kind: 'chair', name: '示例·洪丽' }),
  ),
  // Asked, an invitation; sent, a new one with its digits.
  '/desk/federations/F1/invitations': { ...list(anInvitation()), ...aNewInvitation() },
  '/invitations/read': anInvitation(),
  '/invitations/take': staff,
  '/desk/enterprises': list(anEnterprise()),
  '/desk/jobs': list(aDeskJob()),
  '/desk/jobs/J1': aDeskJob(),
  '/desk/jobs/J1/bookings': list({ ...whoComes, id: 'B1', ...person }),
};

const needs = [
  { id: 'N1', kind: 'children', text: '孩子放学没人接，想找托管。' },
  { id: 'N2', kind: 'labour_rights', text: '三个月没发工资。' },
] as const;
const inTheField = {
  '/me/grids': list(aGrid(), aGrid({ id: 'G2', name: '示例·祠堂边' })),
  '/me/linked-women': list(
    aWoman({ followUpDay: '2026-11-20' }),
    aWoman({ id: 'L2', ledgerEntryId: 'E2', householdId: 'E1', name: '示例·林阿妹', phone: null }),
    aWoman({ id: 'L3', ledgerEntryId: 'E3', name: '示例·黄美玉', lastVisitDay: '2026-06-01' }),
    aWoman({ id: 'L4', ledgerEntryId: 'E4', name: '示例·洪月娥', handedOverOn: '2026-11-10' }),
    aWoman({ id: 'L5', ledgerEntryId: 'E5', name: '示例·苏丽琴', lastVisitDay: null }),
  ),
  '/me/visits': list(
    aVisit({ risk: 'high', note: '聊了家里近况。', needs: [...needs], ticketed: ['N2'] }),
    aVisit({ id: 'V2', linkId: 'L3', visitDay: '2026-06-01', mark: 'late' }),
  ),
  '/visits/sealing-keys': { id: 'K1', publicKey: 'A'.repeat(43), submitToken: 'token' },
  '/visits/sync': { results: [], serverTime: writtenAt },
  '/ledger': list(aLedgerEntry(), aLedgerEntry({ id: 'E9', name: '示例·吴金凤', holds: [] })),
  '/ledger/E1': aLedgerEntry(),
  '/ledger/E1/openings': list({ field: 'health', who: '示例·陈秀英', at: writtenAt }),
};

/** What a service with a little of everything would say to each path, the same on every day. */
export const answers: Record<string, unknown> = { ...hers, ...theirs, ...inTheField };
