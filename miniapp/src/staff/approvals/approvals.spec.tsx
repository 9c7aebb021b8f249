import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Approval } from '@niangjia/shared';
import { anApproval, aTicket, questionsTo, says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import ApprovalsPage from '.';

const page = (...approvals: Approval[]) =>
  says({ items: [{ ticket: aTicket({ kind: 'children' }), approvals }], next: null });

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T14:00:00+08:00'), advanceTimers: true });
  phone.reset();
  act(() => keepSession('secret'));
});
afterEach(() => jest.useRealTimers());

it('says who asks what and why, and leads to the ticket in which it is decided', async () => {
  theServiceAnswers({ 'GET /desk/approvals': page(anApproval({ mayDecide: true })) });
  render(<ApprovalsPage />);

  const name = /^示例·陈素琴申请查看内容，子女 · 霞美村妇联，原因：要陪她去学校，.*等您批$/;
  fireEvent.click(await screen.findByRole('button', { name }));

  expect(phone.visited).toEqual(['/staff/case-ticket/index?id=T1']);
});

it('shows what she asked herself, and who decided it', async () => {
  const approval = anApproval({
    kind: 'extension',
    rule: 'petition_settlement',
    days: 10,
    isMine: true,
    state: 'approved',
    decidedByName: '示例·洪丽华',
  });
  theServiceAnswers({ 'GET /desk/approvals': page(approval) });
  render(<ApprovalsPage />);

  fireEvent.click(screen.getByRole('radio', { name: '我申请的' }));

  await screen.findByRole('button', { name: /^您申请延长 10 天：.*示例·洪丽华 批准了$/ });
  expect(questionsTo('/desk/approvals').pop()).toBe('list=asked_by_me&limit=20');
});

it('says so where nothing waits', async () => {
  theServiceAnswers({ 'GET /desk/approvals': says({ items: [], next: null }) });
  render(<ApprovalsPage />);
  await screen.findByText('现在没有等着批的。');

  fireEvent.click(screen.getByRole('radio', { name: '我批过的' }));

  await waitFor(() => expect(screen.getByText('您没有批过。')).toBeTruthy());
});
