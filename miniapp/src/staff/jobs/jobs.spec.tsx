import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDeskJob, questionsTo, says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import { setElder } from '@/platform/text-size';
import JobsPage from '.';

it('shows the posts of her branch, how full the next shift is, and the way to a new one', async () => {
  phone.reset();
  act(() => keepSession('secret'));
  const next = {
    id: 'S1',
    startsAt: '2026-12-02T08:30:00+08:00',
    endsAt: '2026-12-02T16:00:00+08:00',
    places: 4,
    placesLeft: 1,
    cancelled: false,
    mine: null,
  };
  const items = [
    aDeskJob({ shifts: [next] }),
    aDeskJob({ id: 'J2', title: '保洁', state: 'draft' }),
    aDeskJob({ id: 'J3', title: '绣花', mayEdit: false }),
  ];
  theServiceAnswers({ 'GET /desk/jobs': says({ items, next: null }) });
  render(<JobsPage />);

  fireEvent.click(
    await screen.findByRole('button', { name: /^缝纫工，招人中.*08:30–16:00，4 个人约了 3 个，/ }),
  );
  fireEvent.click(screen.getByRole('button', { name: /^保洁，草稿/ }));
  fireEvent.click(screen.getByRole('button', { name: /^绣花，招人中/ }));
  fireEvent.click(screen.getByRole('button', { name: '新建岗位' }));

  const editor = '/staff/job/index';
  expect(phone.visited).toEqual([
    `${editor}?id=J1`,
    `${editor}?id=J2`,
    '/staff/job-bookings/index?id=J3',
    editor,
  ]);
});

it('promises as many more as come: five in 长辈版', async () => {
  phone.reset();
  act(() => keepSession('secret'));
  act(() => setElder(true));
  theServiceAnswers({ 'GET /desk/jobs': says({ items: [aDeskJob()], next: 'J1' }) });
  render(<JobsPage />);

  await screen.findByRole('button', { name: '再看 5 个' });
  expect(questionsTo('/desk/jobs')).toEqual(['limit=5']);
});
