import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { theHome } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import WomensHomePage from './index';

const home = { ...theHome, phone: null };
const answers = (scanned: { statusCode: number; data: unknown }) => {
  phone.answer = async ({ url }) =>
    url.endsWith('/chain')
      ? { statusCode: 200, data: { items: [{ name: '南安市妇联' }, { name: '山美村妇联' }] } }
      : scanned;
};

beforeEach(() => phone.reset());

describe('the home card', () => {
  it('leads from an unknown code to the towns and the hotlines', async () => {
    phone.pageQuery = { q: encodeURIComponent('https://niangjia.cn/q/NOPE1234') };
    answers({ statusCode: 404, data: { code: 'code_not_known', message: '没有登记。' } });

    render(<WomensHomePage />);
    await waitFor(() => expect(phone.visited).toEqual(['/women/town/index?unknown=1']));

    expect(phone.asked[0]?.url).toBe('/api/v1/q/NOPE1234');
  });

  it('stays and offers to try again when the service does not answer', async () => {
    phone.pageQuery = { code: 'NAN0001' };
    phone.answer = () => Promise.reject(new Error('request:fail'));

    render(<WomensHomePage />);
    await screen.findByRole('button', { name: '再试一次' });

    expect(phone.visited).toEqual([]);
  });

  it('shows the week, the coming exceptions and who is above, and asks with the code', async () => {
    phone.pageQuery = { code: 'NAN0001' };
    answers({ statusCode: 200, data: { code: 'NAN0001', womensHome: home } });

    render(<WomensHomePage />);
    await screen.findByText('南安市妇联 › 山美村妇联');

    expect(screen.getByText(/08:30–12:00/)).toBeTruthy();
    expect(screen.getByText('不开门（修房子）')).toBeTruthy();
    expect(screen.queryByText(/过去的事/)).toBeNull();
    expect(screen.getByText('法定节假日不开门')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /打电话给/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '在这里求助' }));
    expect(phone.visited).toEqual(['/women/ask/index?code=NAN0001']);
  });
});
