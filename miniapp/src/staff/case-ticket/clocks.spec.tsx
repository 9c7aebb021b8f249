import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Deadline } from '@niangjia/shared';
import { aClock, aTicket, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import CaseTicketPage from '.';

const path = '/desk/case-tickets/T1';
const settlement = { rule: 'petition_settlement', what: '办结并答复' } as const;
const asked = {
  state: 'asked',
  days: 20,
  askedByName: '示例·陈素琴',
  decidedByName: null,
  originalDueDay: '2027-01-21',
  way: 'head',
} as const;

const opened = async (...deadlines: Deadline[]) => {
  const events = [
    {
      at: '2026-11-22T09:10:00+08:00',
      who: asked.askedByName,
      what: 'extension_asked',
      to: null,
      about: null,
      outcome: null,
      note: '等法院的材料',
    },
  ] as const;
  theServiceAnswers({ [`GET ${path}`]: says(aTicket({ deadlines, events: [...events] })) });
  render(<CaseTicketPage />);
  await screen.findByRole('heading', { name: '期限' });
};
const answers = (way: string, ...deadlines: Deadline[]) =>
  theServiceAnswers({ [`POST ${path}/deadlines${way}`]: says({ version: 2, deadlines }) });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'T1' };
  act(() => keepSession('secret'));
});

it('asks to extend by days that the law allows, and with a reason', async () => {
  const way = '/petition_settlement/extension';
  await opened(aClock({ ...settlement, extendableByDays: 30 }));
  answers(way, aClock({ ...settlement, extension: asked }));

  tap('申请延长');
  type('延长几天', '31');
  tap('提交申请');
  expect(screen.getByText('! 写 1 到 30 之间的数。')).toBeTruthy();
  type('延长几天', '20');
  type('原因', '等法院的材料');
  tap('提交申请');

  await screen.findByText('申请延长，等批准：20 天，示例·陈素琴。由另一位负责人批。');
  expect(sentTo('POST', `${path}/deadlines${way}`)).toEqual([{ days: 20, reason: '等法院的材料' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('lets the head read why it was asked before she refuses it', async () => {
  const way = '/petition_settlement/extension/decision';
  await opened(aClock({ ...settlement, extension: asked, mayDecide: true }));
  answers(way, aClock({ ...settlement, extension: { ...asked, state: 'declined' } }));

  tap('不同意');
  expect(screen.getByText(/示例·陈素琴申请延长 20 天，原因：等法院的材料/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '不同意' }).pop()!);

  await screen.findByText(/没有批准延长/);
  expect(sentTo('POST', `${path}/deadlines${way}`)).toEqual([{ approve: false }]);
});

it('starts the clock of a court from the minute at which it took it up', async () => {
  await opened();
  answers('', aClock({ rule: 'protection_order', what: '法院作出人身安全保护令或驳回' }));

  tap('再算一个期限');
  fireEvent.click(screen.getByRole('radio', { name: /^法院作出人身安全保护令或驳回/ }));
  type('法院受理是哪一天', '2026-11-26');
  type('几点', '9:30');
  tap('开始算');

  await waitFor(() =>
    expect(sentTo('POST', `${path}/deadlines`)).toEqual([
      { rule: 'protection_order', startedAt: '2026-11-26T09:30:00+08:00' },
    ]),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says that a day could not be found, and why', async () => {
  await opened(aClock({ whyNot: 'calendar_not_covered', dueDay: null, counted: null }));

  expect(screen.getByText('未能算出')).toBeTruthy();
  expect(screen.getByText(/放假安排/)).toBeTruthy();
});

it('takes a clock off that has been met', async () => {
  const order = { rule: 'protection_order', what: '法院作出人身安全保护令或驳回' } as const;
  await opened(aClock({ ...order, mayMeet: true }));
  answers('/protection_order/met', aClock({ ...order, metOn: '2026-11-27' }));

  tap('已经办到');

  await screen.findByText('✓ 周五 11月27日 已办到');
});

describe('after her own act on a clock', () => {
  const order = { rule: 'protection_order', what: '法院作出人身安全保护令或驳回' } as const;
  const met = (version: number) => ({
    version,
    deadlines: [aClock({ ...order, metOn: '2026-11-27' })],
  });
  const closing = async (version: number) => {
    await opened(aClock({ ...order, mayMeet: true }));
    theServiceAnswers({
      [`POST ${path}/deadlines/protection_order/met`]: says(met(version)),
      [`POST ${path}/moves`]: refuses('changed_meanwhile'),
    });
    tap('已经办到');
    await screen.findByText('✓ 周五 11月27日 已办到');
    tap('受理');
    await waitFor(() => expect(sentTo('POST', `${path}/moves`)).toHaveLength(1));
  };

  it('goes on with the version that the act made', async () => {
    await closing(2);

    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'accepted', version: 2 }]);
  });

  it('does not pass over what a colleague did in between', async () => {
    await closing(3);

    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'accepted', version: 1 }]);
  });
});
