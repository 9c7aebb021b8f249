import type { ClaimedTicket, Division, NearestHome, WhoSees, WomensHome } from '@niangjia/shared';

/** What she meets on her pages, with only the facts that a test names changed. */
export const theHome: WomensHome = {
  id: 'H1',
  name: '山美村妇女之家',
  kind: 'womens_home',
  address: '霞美镇山美村 1 号',
  point: { lng: 118.4, lat: 24.9 },
  pointIsInvented: true,
  isOpen: true,
  closesAt: '2026-11-22T21:00:00+08:00',
  opensAt: null,
  services: ['rights_help', 'mediation'],
  phone: '0595-86000000',
  federationId: 'F1',
  federationName: '山美村妇联',
  divisionCode: '350583117201',
  hours: {
    weekly: [[{ opens: '08:30', closes: '12:00' }], [], [], [], [], [], []],
    onHolidays: 'closed',
    overrides: [
      { from: '2020-01-01', to: '2020-01-02', intervals: [], reason: '过去的事' },
      { from: '2090-01-01', to: '2090-01-02', intervals: [], reason: '修房子' },
    ],
  },
};

export const nearestHome: NearestHome = { ...theHome, distanceMetres: 900 };

export const town: Division = {
  code: '350583117',
  name: '霞美镇',
  level: 'town',
  parentCode: '350583',
};

export const claimCode = '48210937556610293847';

export const claimedTicket: ClaimedTicket = {
  kind: 'domestic_violence',
  state: 'answered',
  receivedAt: '2026-11-22T19:30:00+08:00',
  federationName: '霞美镇妇联',
  answersWithinHours: null,
  inDanger: null,
  safeContact: null,
  followUp: false,
  mediator: null,
  messages: [
    { id: '1', from: 'her', text: '他又动手了', writtenAt: '2026-11-22T19:30:00+08:00' },
    { id: '2', from: 'federation', text: '明天来找林姐', writtenAt: '2026-11-22T20:00:00+08:00' },
  ],
  mayAddFacts: true,
  mayWithdraw: true,
};

export const whoSees: WhoSees = {
  people: [
    {
      accountId: 'P1',
      name: '示例·陈素琴',
      postKind: 'staff',
      federationName: '霞美镇妇联',
      isBarred: false,
      mayChange: true,
    },
    {
      accountId: 'P2',
      name: '示例·洪丽华',
      postKind: 'chair',
      federationName: '南安市妇联',
      isBarred: true,
      mayChange: true,
    },
  ],
  requests: [{ id: 'B1', who: '姓林的那位' }],
};

/** The code as somebody types it who copied it by hand: in groups, some digits full-width. */
export const inHerHand = (code: string): string =>
  code
    .replace(/\d{4}(?=\d)/g, '$& ')
    .replace(/^\d{4}/, (group) =>
      group.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
