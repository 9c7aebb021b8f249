import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aBooking, aJob, aShift } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import JobPage from './index';

const one = 'GET /jobs/J1';
const book = 'POST /shifts/S1/bookings';
const cancel = 'POST /bookings/B1/cancel';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const sent = () => sentTo('POST', '/shifts/S1/bookings');
const theShift = /周日 11月26日 08:30–16:00/;
const agree = /同意把姓名和电话/;

async function open(job = aJob(), answers = {}) {
  theServiceAnswers({ [one]: says(job), [book]: says(aBooking()), ...answers });
  render(<JobPage />);
  await screen.findByRole('heading', { name: '包装工' });
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'J1' };
  keepSession('token');
});

describe('booking a shift', () => {
  it('sends nothing of herself unless she says so', async () => {
    await open();
    tap(theShift);

    expect(screen.getByText(/用工单位永远看不到/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '姓名' })).toBeNull();
    tap('预约');

    await screen.findByRole('heading', { name: '约上了' });
    expect(sent()).toEqual([{}]);
    tap('看我的预约');
    expect(phone.visited).toEqual(['/women/bookings/index']);
  });

  it('shares her name and phone by her tick, and asks for both then', async () => {
    await open();
    tap(theShift);
    tap('要', 'radio');
    tap(agree, 'checkbox');
    tap('预约');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '! 填一下您的姓名。',
      '! 填一下您的电话。',
    ]);
    expect(sent()).toHaveLength(0);

    type('姓名', '阿珍');
    type('电话', '１３８ 0000-0000');
    type(/捎句话/, '会晚到一会儿');
    tap('预约');

    await screen.findByRole('heading', { name: '约上了' });
    expect(sent()).toEqual([
      {
        declaresCare: true,
        shareWithEmployer: { name: '阿珍', phone: '13800000000' },
        remark: '会晚到一会儿',
      },
    ]);
  });

  it('takes back what she typed with the tick', async () => {
    await open();
    tap(theShift);
    tap(agree, 'checkbox');
    type('姓名', '阿珍');
    type('电话', '13800000000');
    type(/捎句话/, '我叫阿珍');
    tap(agree, 'checkbox');
    tap('预约');

    await screen.findByRole('heading', { name: '约上了' });
    expect(sent()).toEqual([{}]);
  });

  it('says what the service refused, and looks again', async () => {
    await open(aJob(), { [book]: refuses('shift_full') });
    tap(theShift);
    theServiceAnswers({
      [one]: says(aJob({ shifts: [aShift({ placesLeft: 0 })] })),
      [book]: refuses('shift_full'),
    });
    tap('预约');

    await screen.findByText(refusals.shift_full.message);
    await screen.findByRole('button', { name: /08:30–16:00，约满了/ });
  });

  it.each([
    ['shift_full', aShift({ placesLeft: 0 }), '约满了'],
    ['job_closed', aShift({ cancelled: true }), '取消了'],
    ['shift_started', aShift({ startsAt: '2020-01-01T08:00:00+08:00' }), '还有 2 位'],
  ] as const)('says at a grey shift why not: %s', async (code, shift, words) => {
    await open(aJob({ shifts: [shift] }));

    const row = screen.getByRole('button', {
      name: new RegExp(`${words}，${refusals[code].message}`),
    });
    fireEvent.click(row);

    expect(row.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('marks the shifts that leave time for her child', async () => {
    phone.pageQuery = { id: 'J1', pickUp: '16:30' };
    const late = aShift({ id: 'S2', endsAt: '2090-11-26T18:00:00+08:00' });
    await open(aJob({ shifts: [aShift(), late] }));

    expect(screen.getAllByText('接得到孩子')).toHaveLength(1);
    tap(/08:30–18:00/);

    expect(screen.getByText('这一班 16:30 还没下班。')).toBeTruthy();
  });

  it('stands by day, a week at first', async () => {
    const shifts = Array.from({ length: 9 }, (_, n) =>
      aShift({
        id: `S${n}`,
        startsAt: `2090-11-1${n}T08:30:00+08:00`,
        endsAt: `2090-11-1${n}T12:00:00+08:00`,
      }),
    );
    await open(aJob({ shifts }));
    expect(screen.getAllByRole('button', { name: /08:30–12:00/ })).toHaveLength(7);

    tap('再看 2 天');

    expect(screen.getAllByRole('button', { name: /08:30–12:00/ })).toHaveLength(9);
  });
});

describe('a booking of hers', () => {
  const shared = { name: '阿珍', phone: '13800000000' };

  it('says what the employer sees, and is given back', async () => {
    await open(aJob({ shifts: [aShift({ mine: aBooking({ shared }) })] }), {
      [cancel]: says(aBooking({ state: 'cancelled' })),
    });
    tap(/您约了/);

    expect(screen.getByText(/阿珍，13800000000/)).toBeTruthy();
    tap('取消预约');

    await screen.findByRole('heading', { name: '取消了' });
    expect(sentTo('POST', '/bookings/B1/cancel')).toHaveLength(1);
  });

  it('can be made again after it was cancelled', async () => {
    await open(aJob({ shifts: [aShift({ mine: aBooking({ state: 'cancelled' }) })] }));

    tap(/还有 2 位/);

    expect(screen.getByRole('dialog', { name: '预约这个班次' })).toBeTruthy();
  });

  it('shows the newest state when it was cancelled elsewhere', async () => {
    await open(aJob({ shifts: [aShift({ mine: aBooking() })] }), {
      [cancel]: refuses('booking_cancelled'),
    });
    tap(/您约了/);
    theServiceAnswers({ [one]: says(aJob()), [cancel]: refuses('booking_cancelled') });
    tap('取消预约');

    await waitFor(() => expect(screen.queryByRole('button', { name: /您约了/ })).toBeNull());
  });
});

it('finds what she typed for a shift after the page was closed, for that shift alone', async () => {
  await open();
  tap(theShift);
  tap('要', 'radio');
  tap(agree, 'checkbox');
  type('捎句话，选填', '会晚到一会儿');
  cleanup();

  await open();
  tap(theShift);
  const remark = screen.getByRole<HTMLInputElement>('textbox', { name: '捎句话，选填' });
  expect(remark.value).toBe('会晚到一会儿');
  expect(screen.getByRole('radio', { name: '要' }).getAttribute('aria-checked')).toBe('true');
  tap('重新填');
  expect(screen.queryByRole('textbox', { name: '捎句话，选填' })).toBeNull();
  expect([...phone.storage.keys()].filter((key) => key.startsWith('draft:'))).toEqual([]);
});
