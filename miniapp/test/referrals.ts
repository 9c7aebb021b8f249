import type { Mediator, Referral, TicketMediation } from '@niangjia/shared';

export const aReferral = (facts: Partial<Referral> = {}): Referral => ({
  id: 'R1',
  ticketId: 'T1',
  number: '2026-7F3K2M',
  recipient: 'court',
  recipientName: '南安市人民法院',
  state: 'sent',
  sentAt: '2026-11-05T09:00:00+08:00',
  dueDay: '2026-11-20',
  federationName: '霞美村妇联',
  deskName: '霞美镇妇联',
  sentBy: '示例·李月娥',
  purpose: '请为她办理人身安全保护令。',
  handedOn: [
    { what: 'name', text: '林某' },
    { what: 'her_words', text: '他把门锁换了，我和孩子进不去。' },
  ],
  consent: { ground: 'consent', agreedAt: '2026-11-05T08:30:00+08:00', agreedHow: 'by_phone' },
  article: '个人信息保护法第二十三条',
  answerDays: 15,
  receivedAt: null,
  settledAt: null,
  outcome: null,
  mayMoveTo: ['received', 'answered', 'returned'],
  ...facts,
});

export const aMediator = (facts: Partial<Mediator> = {}): Mediator => ({
  id: 'M1',
  federationId: 'xiamei',
  federationName: '霞美村妇联',
  name: '示例·吴金凤',
  skills: ['marriage', 'children'],
  fromDay: '2026-01-01',
  toDay: '2028-12-31',
  state: 'serving',
  version: 1,
  ...facts,
});

export const aMediation = (facts: Partial<TicketMediation> = {}): TicketMediation => ({
  whyNot: null,
  current: null,
  past: [],
  choices: [
    {
      id: 'M1',
      name: '示例·吴金凤',
      skills: ['marriage', 'children'],
      federationName: '霞美村妇联',
      whyNot: null,
    },
    {
      id: 'M2',
      name: '示例·苏丽琴',
      skills: ['law'],
      federationName: '南安市妇联',
      whyNot: 'mediator_recused',
    },
  ],
  ...facts,
});
