import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aTicket, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aReferral } from '../../../test/referrals';
import { phone } from '../../../test/stand-ins/taro';
import { wasChangedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { keepSession } from '@/platform/session';
import NewReferralPage from '.';

const path = '/desk/case-tickets/T1/referrals';
const words = '他又打我。';
const writtenAt = '2026-11-22T09:00:00+08:00';
const ticket = aTicket({
  messages: [{ id: 'M', from: 'her', internal: false, authorName: null, text: words, writtenAt }],
});
const reads = { 'GET /desk/case-tickets/T1': says(ticket) };
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const alerts = () => screen.getAllByRole('alert').map(({ textContent }) => textContent);

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}) {
  theServiceAnswers({ ...reads, ...more });
  render(<NewReferralPage />);
  await screen.findByRole('heading', { level: 1, name: '写转介单' });
}
function write() {
  tap('法院', 'radio');
  type('单位名称', '南安市人民法院');
  type('请他们办什么', '请办保护令');
  tap('姓名或称呼', 'checkbox');
  type('姓名或称呼', '林某');
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { ticketId: 'T1' };
  keepSession('secret');
});

describe('写转介单', () => {
  it('sends what was chosen and nothing else of the ticket, with her consent to this one', async () => {
    await open({ [`POST ${path}`]: says(aReferral()) });
    write();
    tap(/^她单独同意/, 'radio');
    tap('当面说的', 'radio');
    tap('转出');

    await waitFor(() => expect(sentTo('POST', path)).toHaveLength(1));
    const [sent] = sentTo('POST', path);
    expect(sent).toMatchObject({
      recipient: 'court',
      handedOn: [{ what: 'name', text: '林某' }],
      consent: { ground: 'consent', agreedHow: 'in_person' },
      answerDays: 15,
    });
    expect(JSON.stringify(sent)).not.toContain(words);
    await waitFor(() => expect(wasChangedElsewhere('T1')).toBe(true));
  });

  it('offers her own words to be shortened once they are chosen', async () => {
    await open();
    expect(screen.queryByDisplayValue(words)).toBeNull();

    tap('她说的情况', 'checkbox');

    expect(screen.getByDisplayValue(words)).toBeTruthy();
  });

  it('says all that is missing, and why without consent', async () => {
    await open();
    tap('转出');
    for (const wanted of ['! 点一个单位。', '! 至少点一项要转去的内容。', '! 点一下为什么可以转。'])
      expect(alerts()).toContain(wanted);

    write();
    tap(/^紧急救人/, 'radio');
    tap('转出');
    expect(alerts()).toContain('! 写一下为什么可以不经她同意。');
    expect(sentTo('POST', path)).toEqual([]);
  });

  it('keeps all that was typed when it did not go through', async () => {
    await open({ [`POST ${path}`]: refuses('case_ticket_wrong_state') });
    write();
    tap(/^法定职责/, 'radio');
    type('为什么不经她同意', '法院来函调取');
    tap('转出');

    await screen.findByText(/这件求助现在不能这样做/);
    expect(screen.getByDisplayValue('请办保护令')).toBeTruthy();
  });
});
