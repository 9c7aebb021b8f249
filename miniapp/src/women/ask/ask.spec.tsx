import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { claimCode } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { clearAll } from '@/platform/leaving';
import { takeClaimCode } from '@/features/case-ticket/claim-code';
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
const keyOf = (index: number) => phone.asked[index]?.header['Idempotency-Key'];

describe('asking for help', () => {
  it('takes one choice, one text and one tap, and shows the code only to the next page', async () => {
    phone.answer = asked;
    render(<AskPage />);

    fillIn();
    send();
    await waitFor(() => expect(phone.visited).toEqual(['/women/asked/index']));

    expect(phone.asked).toHaveLength(1);
    expect(phone.asked[0]).toMatchObject({
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

    expect(phone.asked).toHaveLength(1);
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
    expect(phone.asked).toEqual([]);
  });

  it('goes to the poster she scanned, and past the village when she says so', async () => {
    phone.pageQuery = { code: 'NAN0001' };
    phone.answer = async ({ method }) =>
      method === 'POST'
        ? asked()
        : {
            statusCode: 200,
            data: { code: 'NAN0001', womensHome: { federationName: '四黄村妇联' } },
          };
    render(<AskPage />);

    await screen.findByText('送到四黄村妇联。');
    fillIn();
    tap('checkbox', '不要让村里知道');
    expect(screen.queryByText(/四黄村/)).toBeNull();
    send();
    await waitFor(() => expect(phone.visited).toHaveLength(1));

    const sent = phone.asked.find(({ method }) => method === 'POST');
    expect(sent?.data).toMatchObject({ homeCode: 'NAN0001', notVillage: true });
  });

  it('shows nothing more after quick exit', () => {
    const { container } = render(<AskPage />);

    fillIn();
    act(clearAll);

    expect(container.textContent).toBe('');
    expect(container.querySelector('textarea')).toBeNull();
  });
});
