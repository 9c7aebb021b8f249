import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, theServiceAnswers } from '../../../test/desk';
import { claimCode } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { clearAll } from '@/platform/leaving';
import { takeClaimCode } from '@/features/case-ticket/claim-code';
import { chooseTown } from '@/features/womens-home/place';
import AskPage from './index';

const asked = async () => ({ statusCode: 201, data: { id: 'T', claimCode } });
const refused = async () => ({
  statusCode: 400,
  data: {
    code: 'bad_input',
    message: '有几处要改一下，改好再提交。',
    fields: { text: '换个说法。' },
  },
});

beforeEach(() => phone.reset());

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '发生了什么' });
const write = (text: string) => fireEvent.change(box(), { target: { value: text } });
const tap = (role: string, name: string | RegExp) =>
  fireEvent.click(screen.getByRole(role, { name }));
const fillIn = () => {
  tap('radio', '家里有人打骂');
  write('他又动手了\n孩子 👩‍👧 也看到');
};
const send = () => tap('button', '送出');
const posted = () => phone.asked.filter(({ method }) => method === 'POST');
const keyOf = (index: number) => posted()[index]?.header['Idempotency-Key'];

describe('asking for help', () => {
  it('takes one choice, one text and one tap, and shows the code only to the next page', async () => {
    phone.answer = asked;
    render(<AskPage />);

    fillIn();
    send();
    await waitFor(() => expect(phone.visited).toEqual(['/women/asked/index']));

    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toMatchObject({
      data: { kind: 'domestic_violence', text: '他又动手了\n孩子 👩‍👧 也看到' },
      timeout: 60_000,
    });
    expect([...phone.storage.values()]).toEqual([]);
    expect(takeClaimCode()).toBe(claimCode);
    expect(takeClaimCode()).toBeUndefined();
  });

  it('asks once when she taps twice', async () => {
    phone.answer = asked;
    render(<AskPage />);

    fillIn();
    const button = screen.getByRole('button', { name: '送出' });
    act(() => {
      button.click();
      button.click();
    });
    await waitFor(() => expect(phone.visited).toHaveLength(1));

    expect(posted()).toHaveLength(1);
  });

  it('keeps her words and the key after no answer and after a refusal', async () => {
    phone.answer = () => Promise.reject(new Error('request:fail timeout'));
    render(<AskPage />);

    fillIn();
    send();
    await screen.findByText(/网络有点慢/);
    phone.answer = refused;
    send();
    await screen.findByText(/换个说法/);

    expect(box().value).toBe('他又动手了\n孩子 👩‍👧 也看到');
    expect(screen.getByRole('radio', { name: '家里有人打骂' }).ariaChecked).toBe('true');
    expect(keyOf(0)).toMatch(/^[\w-]{22}$/);
    expect(keyOf(1)).toBe(keyOf(0));
  });

  it('says what is missing and sends nothing', async () => {
    render(<AskPage />);

    send();

    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '! 选一样最接近的。',
      '! 写几句您遇到的事。',
    ]);
    tap('radio', '其他');
    write(' \n ');
    await act(async () => send());
    expect(screen.getByRole('alert').textContent).toBe('! 写几句您遇到的事。');
    expect(posted()).toEqual([]);
  });

  it('says whose desk the poster leads to, and another when the village must not know', async () => {
    phone.pageQuery = { code: 'NAN0001' };
    phone.answer = async ({ method, url }) => {
      if (method === 'POST') return asked();
      return says({
        federationName: url.includes('notVillage=true') ? '霞美镇妇联' : '四黄村妇联',
      });
    };
    render(<AskPage />);

    await screen.findByText('送到四黄村妇联。');
    fillIn();
    tap('checkbox', '不要让村里知道');
    expect(screen.queryByText(/四黄村/)).toBeNull();
    await screen.findByText('送到霞美镇妇联。');
    send();
    await waitFor(() => expect(phone.visited).toHaveLength(1));

    expect(phone.asked.filter(({ method }) => method === 'GET').map(({ url }) => url)).toEqual([
      '/api/v1/case-tickets/whose-desk?homeCode=NAN0001',
      '/api/v1/case-tickets/whose-desk?homeCode=NAN0001&notVillage=true',
    ]);
    expect(posted()[0]?.data).toMatchObject({ homeCode: 'NAN0001', notVillage: true });
  });

  it.each([
    ['the home she looked at', { divisionCode: '350583117201' }, '350583117201'],
    ['the town she chose', {}, '350583117'],
  ])('asks the same of %s as it sends', async (_, pageQuery, divisionCode) => {
    chooseTown({ code: '350583117', name: '霞美镇' });
    phone.pageQuery = pageQuery;
    phone.answer = async ({ method }) =>
      method === 'POST' ? asked() : says({ federationName: '南安市妇联' });
    render(<AskPage />);

    await screen.findByText('送到南安市妇联。');
    fillIn();
    send();
    await waitFor(() => expect(phone.visited).toHaveLength(1));

    expect(phone.asked[0]?.url).toBe(
      `/api/v1/case-tickets/whose-desk?divisionCode=${divisionCode}`,
    );
    expect(posted()[0]?.data).toMatchObject({ divisionCode });
  });

  it('names nobody it does not know, and sends all the same', async () => {
    theServiceAnswers({
      'GET /case-tickets/whose-desk': refuses('busy'),
      'POST /case-tickets': says({ id: 'T', claimCode }),
    });
    render(<AskPage />);

    fillIn();
    await act(async () => undefined);
    expect(screen.getByText('送到负责这里的妇联。')).toBeTruthy();
    expect(screen.getByText(/负责的妇联和上级妇联的工作人员能看/)).toBeTruthy();
    send();

    await waitFor(() => expect(phone.visited).toEqual(['/women/asked/index']));
  });

  it('shows nothing more after quick exit', async () => {
    const { container } = render(<AskPage />);
    await act(async () => undefined);

    fillIn();
    act(clearAll);

    expect(container.textContent).toBe('');
    expect(container.querySelector('textarea')).toBeNull();
  });
});
