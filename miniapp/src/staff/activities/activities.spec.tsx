import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDeskActivity, questionsTo, says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import { setElder } from '@/platform/text-size';
import ActivitiesPage from '.';

it('shows the activities of her branch with their state, and the way to a new one', async () => {
  phone.reset();
  act(() => keepSession('secret'));
  const items = [aDeskActivity(), aDeskActivity({ id: 'A2', title: '义诊', state: 'draft' })];
  theServiceAnswers({ 'GET /desk/activities': says({ items, next: null }) });
  render(<ActivitiesPage />);

  fireEvent.click(
    await screen.findByRole('button', { name: /^剪纸课，正在报名 · 30 个名额报了 12 个，/ }),
  );
  fireEvent.click(screen.getByRole('button', { name: /^义诊，草稿/ }));
  fireEvent.click(screen.getByRole('button', { name: '新建活动' }));

  const editor = '/staff/activity/index';
  expect(phone.visited).toEqual([`${editor}?id=A1`, `${editor}?id=A2`, editor]);
});

it('promises as many more as come: five in 长辈版', async () => {
  phone.reset();
  act(() => keepSession('secret'));
  act(() => setElder(true));
  theServiceAnswers({ 'GET /desk/activities': says({ items: [aDeskActivity()], next: 'A1' }) });
  render(<ActivitiesPage />);

  await screen.findByRole('button', { name: '再看 5 个' });
  expect(questionsTo('/desk/activities')).toEqual(['limit=5']);
});
