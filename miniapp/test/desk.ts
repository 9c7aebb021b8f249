import {
  refusals,
  type Account,
  type Approval,
  type Deadline,
  type DeskActivity,
  type DeskJob,
  type DeskPerson,
  type DeskTicket,
  type DeskWomensHome,
  type Escalation,
  type HandOverOffer,
  type RefusalCode,
} from '@niangjia/shared';
import { phone } from './stand-ins/taro';

interface Answer {
  statusCode: number;
  data: unknown;
}

export const says = (data: unknown): Answer => ({ statusCode: 200, data });

export const refuses = (code: RefusalCode, fields?: Record<string, string>): Answer => ({
  statusCode: refusals[code].status,
  data: { code, message: refusals[code].message, fields },
});

/** What the service answers to each `METHOD /path` (without the query), until told otherwise. */
export function theServiceAnswers(answers: Record<string, Answer>): void {
  phone.answer = async ({ method, url }) => {
    const path = url.replace('/api/v1', '').replace(/\?.*/, '');
    return answers[`${method} ${path}`] ?? refuses('not_found');
  };
}

/** What was sent to a path, oldest first. */
export const sentTo = (method: string, path: string): unknown[] =>
  phone.asked
    .filter((asked) => asked.method === method && asked.url === `/api/v1${path}`)
    .map(({ data }) => data);

/** What was asked of a path, oldest first: the query of each time. */
export const questionsTo = (path: string): string[] =>
  phone.asked
    .map(({ method, url }) => `${method} ${url}`.split('?'))
    .filter(([asked]) => asked === `GET /api/v1${path}`)
    .map(([, query = '']) => query);

export const staff: Account = {
  id: 'staff',
  displayName: '示例·李月娥',
  isInvented: true,
  posts: [
    {
      id: 'post',
      kind: 'staff',
      federationId: 'xiamei',
      federationName: '霞美村妇联',
      federationLevel: 'village',
      actions: [
        'case_ticket.triage',
        'womens_home.edit',
        'activity.edit',
        'job.edit',
        'organisation.read',
        'organisation.edit',
      ],
    },
  ],
};

export const contact: Account = {
  id: 'contact',
  displayName: '示例·周玉兰',
  isInvented: true,
  posts: [
    {
      id: 'post',
      kind: 'employer_contact',
      federationId: 'zhongke',
      federationName: '阳光中科妇联',
      federationLevel: 'unit',
      actions: ['booking.read_shared'],
    },
  ],
};

export const aTicket = (facts: Partial<DeskTicket> = {}): DeskTicket => ({
  id: 'T1',
  kind: 'domestic_violence',
  channel: 'online',
  state: 'received',
  risk: 'high',
  receivedAt: '2026-11-22T09:00:00+08:00',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  dueDay: null,
  sealed: false,
  assigneeName: null,
  isMine: false,
  locked: false,
  outcome: null,
  lastMove: {
    who: null,
    isMe: false,
    what: 'received',
    to: 'received',
    at: '2026-11-22T09:00:00+08:00',
  },
  handOver: null,
  concernsMinor: false,
  unlockAsked: false,
  unlockWay: null,
  unlockRequests: [],
  may: ['assign', 'redirect', 'hand_over', 'mark_minor'],
  version: 1,
  inDanger: null,
  notVillage: false,
  followUp: false,
  safeContact: null,
  messages: [],
  events: [],
  deadlines: [],
  mayMoveTo: ['accepted', 'closed'],
  mayAnswer: true,
  ...facts,
});

export const aClock = (facts: Partial<Deadline> = {}): Deadline => ({
  rule: 'petition_reply',
  article: '信访工作条例第二十三条',
  what: '告知是否受理或转往何处',
  counted: '从 11月22日 起 15 个自然日',
  note: null,
  dueDay: '2026-12-07',
  dueAt: null,
  whyNot: null,
  metOn: null,
  told: 'nothing',
  extension: null,
  extendableByDays: 0,
  mayDecide: false,
  mayMeet: false,
  ...facts,
});

export const anApproval = (facts: Partial<Approval> = {}): Approval => ({
  kind: 'unlock',
  state: 'asked',
  rule: null,
  days: null,
  askedByName: '示例·陈素琴',
  isMine: false,
  askedAt: '2026-11-22T09:00:00+08:00',
  decidedByName: null,
  reason: '要陪她去学校',
  mayDecide: false,
  ...facts,
});

export const anEscalation = (facts: Partial<Escalation> = {}): Escalation => ({
  id: 'E1',
  rule: 'petition_reply',
  article: '信访工作条例第二十三条',
  what: '告知是否受理或转往何处',
  dueDay: '2026-11-15',
  escalatedAt: '2026-11-19T08:00:00+08:00',
  ticket: aTicket({ id: 'T9', federationName: '金枝村妇联' }),
  ...facts,
});

export const aPerson = (facts: Partial<DeskPerson> = {}): DeskPerson => ({
  accountId: 'P1',
  name: '示例·陈素琴',
  postKind: 'staff',
  federationName: '霞美村妇联',
  isMe: false,
  mayHave: true,
  mayBar: true,
  isBarred: false,
  ...facts,
});

export const anOffer = (facts: Partial<HandOverOffer> = {}): HandOverOffer => ({
  id: 'T8',
  version: 4,
  kind: 'labour_rights',
  risk: 'normal',
  state: 'accepted',
  receivedAt: '2026-11-22T09:00:00+08:00',
  dueDay: null,
  fromFederationName: '金枝村妇联',
  toFederationName: '霞美村妇联',
  offeredByName: '示例·洪丽华',
  offeredAt: '2026-11-23T09:00:00+08:00',
  reason: '工厂在霞美村，去那边方便。',
  answerBy: '2026-11-30',
  ...facts,
});

const officeHours = [{ opens: '08:30', closes: '17:30' }];

export const aHome = (facts: Partial<DeskWomensHome> = {}): DeskWomensHome => ({
  id: 'H1',
  name: '霞美村妇女之家',
  kind: 'womens_home',
  address: '霞美路 18 号',
  point: { lng: 118.44, lat: 24.92 },
  pointIsInvented: true,
  isOpen: true,
  closesAt: null,
  opensAt: null,
  services: ['mediation'],
  phone: '0595-00001234',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  divisionCode: '350583106201',
  hours: {
    weekly: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
    onHolidays: 'closed',
    overrides: [],
  },
  version: 3,
  confidential: false,
  ...facts,
});

export const aDeskActivity = (facts: Partial<DeskActivity> = {}): DeskActivity => ({
  id: 'A1',
  title: '剪纸课',
  text: '带剪刀，孩子能来。',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  place: '霞美村妇女之家',
  point: { lng: 118.44, lat: 24.92 },
  phone: null,
  startsAt: '2026-12-01T09:00:00+08:00',
  endsAt: '2026-12-01T11:00:00+08:00',
  registrationClosesAt: '2026-11-30T18:00:00+08:00',
  cancellableUntil: '2026-12-01T09:00:00+08:00',
  seats: 30,
  seatsLeft: 18,
  waiting: 0,
  state: 'published',
  cancelReason: null,
  distanceMetres: null,
  mine: null,
  version: 3,
  ...facts,
});

export const aDeskJob = (facts: Partial<DeskJob> = {}): DeskJob => ({
  id: 'J1',
  title: '缝纫工',
  text: '缝书包带，会教。',
  employerName: '示例·裕远包袋',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  place: '裕远包袋二楼',
  point: { lng: 118.44, lat: 24.92 },
  contractKind: 'part_time',
  payPerHourFen: 1850,
  flexibility: '可以晚到 30 分钟',
  state: 'published',
  distanceMetres: null,
  shifts: [],
  comingFrom: null,
  nextFreeAt: null,
  mayEdit: true,
  shiftPatterns: [
    {
      weekdays: [1, 3],
      starts: '08:30',
      ends: '16:00',
      from: '2026-12-01',
      to: '2026-12-31',
      places: 4,
    },
  ],
  version: 3,
  ...facts,
});
