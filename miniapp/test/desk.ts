import {
  refusals,
  type Account,
  type DeskTicket,
  type DeskWomensHome,
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
      actions: ['case_ticket.triage', 'womens_home.edit'],
    },
  ],
};

export const aTicket = (facts: Partial<DeskTicket> = {}): DeskTicket => ({
  id: 'T1',
  kind: 'domestic_violence',
  state: 'received',
  risk: 'high',
  receivedAt: '2026-11-22T09:00:00+08:00',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  dueDay: null,
  sealed: false,
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
