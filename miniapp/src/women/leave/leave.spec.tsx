import { fireEvent, render, screen } from '@testing-library/react';
import { goesWithHerAccount, refusals, staysAfterHerAccount } from '@niangjia/shared';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession, sessionToken } from '@/platform/session';
import LeavePage from '.';

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (value: string) =>
  fireEvent.change(screen.getByRole('textbox'), { target: { value } });
const deleted = says({ deleted: true, kept: ['操作的记录至少留六个月。'] });

beforeEach(() => {
  phone.reset();
  keepSession('token');
});

describe('删除账号', () => {
  it('wants the word typed, then says what is left behind and why', async () => {
    theServiceAnswers({ 'DELETE /me': deleted });
    render(<LeavePage />);
    for (const line of [...goesWithHerAccount, ...staysAfterHerAccount])
      expect(screen.getByText(line)).toBeTruthy();

    tap('删除我的账号');
    expect(screen.getByRole('alert').textContent).toContain('打“删除”两个字');
    expect(phone.asked).toEqual([]);
    type(' 删除 ');
    tap('删除我的账号');

    await screen.findByRole('heading', { name: '账号删了' });
    expect(screen.getByText('操作的记录至少留六个月。')).toBeTruthy();
    expect(sentTo('DELETE', '/me')).toEqual([{ confirm: '删除' }]);
    expect(sessionToken()).toBeUndefined();
  });

  it('says why it cannot go while she holds an office', async () => {
    theServiceAnswers({ 'DELETE /me': refuses('holds_post') });
    render(<LeavePage />);
    type('删除');
    tap('删除我的账号');

    await screen.findByText(refusals.holds_post.message);
    expect(sessionToken()).toBe('token');
  });
});

describe('删除账号 on a phone with field work on it', () => {
  const keptFieldWork = () => {
    phone.storage.set('signed-in-as', 'former');
    phone.storage.set('field-key/former', 'a key');
  };

  it('leads a former 执委 to seal it first, and deletes nothing before', async () => {
    keptFieldWork();
    theServiceAnswers({ 'GET /me': says({ ...staff, posts: [] }), 'DELETE /me': deleted });
    render(<LeavePage />);

    await screen.findByText(/还有您做执委时的名单和走访/);
    expect(screen.queryByRole('button', { name: '删除我的账号' })).toBeNull();
    tap('去收好');

    expect(phone.visited).toEqual(['/committee/sign-out/index?for=leave']);
    expect(sentTo('DELETE', '/me')).toEqual([]);
  });

  it('seals nothing of whoever holds an office and cannot go', async () => {
    keptFieldWork();
    theServiceAnswers({ 'GET /me': says(staff) });
    render(<LeavePage />);

    await screen.findByText(refusals.holds_post.message);
    expect(screen.queryByRole('button', { name: '去收好' })).toBeNull();
  });

  it('asks again when field work came onto the phone while the page was open', () => {
    theServiceAnswers({ 'DELETE /me': deleted });
    render(<LeavePage />);
    type('删除');
    keptFieldWork();
    tap('删除我的账号');

    expect(phone.visited).toEqual(['/committee/sign-out/index?for=leave']);
    expect(phone.asked).toEqual([]);
  });
});
