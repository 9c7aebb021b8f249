import { render, screen, waitFor } from '@testing-library/react';
import { refusals, type Account } from '@niangjia/shared';
import { contact, refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { aCommittee, aFederation, aFile, aMove } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, box, tap, tapOnceThere, type } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import OrganisationPage from '.';

const conversion = '/desk/federations/F2/conversion';
const moves = '/desk/federations/F2/moves';
const list = (...items: unknown[]) => says({ items, next: null });
const committee = aCommittee();
const town = aFederation({ id: 'F1', name: '霞美镇妇联', level: 'town' });
const reads = {
  'GET /me': says(staff),
  'GET /desk/federations/F1': says(aFile()),
  'GET /desk/federations/F2': says(committee),
  'GET /federations/F1/children': list(aFederation()),
  'GET /federations/F2/children': list(),
  'GET /federations/F2/chain': list(town, committee),
  // Where she may put it: below her own, which is not where it lies now.
  'GET /federations/xiamei/children': list(
    aFederation({ id: 'F5', name: '祠堂边妇联' }),
    committee,
  ),
  'GET /federations/F5/children': list(),
};

async function open(id: string, more: Parameters<typeof theServiceAnswers>[0] = {}) {
  phone.pageQuery = { id };
  theServiceAnswers({ ...reads, ...more });
  render(<OrganisationPage />);
  await screen.findByRole('button', { name: '组织体检' });
}
const rows = (words: RegExp) =>
  screen
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => words.test(text));

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('组织档案', () => {
  it('counts what lies in the branch, kind by kind, and a tap shows which they are', async () => {
    await open('F1');

    for (const counted of ['妇联 · 地方，17 个', '妇女之家，16 个', '执委，21 人次'])
      expect(screen.getByRole('button', { name: counted })).toBeTruthy();
    tap('妇女微家 · 企业，5 个');
    await tapOnceThere('金枝村妇联，妇联 · 村（社区）');

    expect(phone.visited).toEqual([
      '/staff/counted/index?id=F1&what=federation&kind=micro_home&sector=enterprise',
      '/staff/organisation/index?id=F3',
    ]);
  });

  it('makes a 妇联 of a 妇委会 once, with its day, and shows what it was before', async () => {
    const converted = { convertedFrom: 'committee', convertedOn: '2026-03-08' } as const;
    const asFederation = aCommittee({ kind: 'federation', ...converted });
    await open('F2', { [`PUT ${conversion}`]: says(asFederation) });
    tap('改设为妇联');
    type('哪一天改的', '三八节');
    tap('改成妇联');
    expect(alerts()).toEqual(['! 写一个日期，比如 2026-3-8。']);

    theServiceAnswers({
      ...reads,
      'GET /desk/federations/F2': says(asFederation),
      [`PUT ${conversion}`]: says(asFederation),
    });
    type('哪一天改的', '2026年3月8日');
    tap('改成妇联');

    await screen.findByText('2026-03-08，原是妇委会');
    expect(sentTo('PUT', conversion)).toEqual([{ convertedOn: '2026-03-08' }]);
    expect(screen.queryByRole('button', { name: '改设为妇联' })).toBeNull();
  });

  it('shows the newest behind the question when somebody else was faster, and keeps her day', async () => {
    await open('F2');
    tap('改设为妇联');
    type('哪一天改的', '2026-3-9');

    theServiceAnswers({
      ...reads,
      'GET /desk/federations/F2': says(
        aCommittee({ kind: 'federation', convertedFrom: 'committee', convertedOn: '2026-03-08' }),
      ),
      [`PUT ${conversion}`]: refuses('changed_meanwhile'),
    });
    tap('改成妇联');

    await screen.findByText(refusals.changed_meanwhile.message);
    expect(box('哪一天改的').value).toBe('2026-3-9');
    await screen.findByText('2026-03-08，原是妇委会');
  });

  it('puts it below another one, after a refusal with what she typed, and keeps its history', async () => {
    const sameDay = [aMove({ id: 'V2', reason: '移错了' }), aMove()];
    const before = aCommittee({ moves: sameDay });
    await open('F2', { 'GET /desk/federations/F2': says(before) });
    expect(rows(/移到/)).toHaveLength(2);

    tap('换上级');
    await tapOnceThere('祠堂边妇联');
    await screen.findByText('下面没有别的组织了。');
    tap('移到祠堂边妇联');
    expect(alerts()).toEqual(['! 原因至少写 2 个字。']);

    const answers = { ...reads, 'GET /desk/federations/F2': says(before) };
    const fields = { reason: '这里有坏掉的字符。删掉它，再写一次。' };
    theServiceAnswers({ ...answers, [`POST ${moves}`]: refuses('bad_input', fields) });
    type('哪一天移的', '20261121');
    type('为什么移', ' 厂搬了 ');
    tap('移到祠堂边妇联');
    await screen.findByText(refusals.bad_input.message);
    expect(alerts()[0]).toBe(`! ${fields.reason}`);
    expect([box('哪一天移的').value, box('为什么移').value]).toEqual(['20261121', ' 厂搬了 ']);

    const moved = aMove({
      id: 'V3',
      movedOn: '2026-11-21',
      reason: '厂搬了',
      toName: '祠堂边妇联',
    });
    theServiceAnswers({
      ...answers,
      'GET /desk/federations/F2': says(aCommittee({ moves: [moved, ...sameDay] })),
      [`POST ${moves}`]: says(aCommittee()),
    });
    tap('移到祠堂边妇联');

    await screen.findByText('从梅山镇妇联移到祠堂边妇联 · 厂搬了');
    const body = { toParentId: 'F5', movedOn: '2026-11-21', reason: '厂搬了' };
    expect(sentTo('POST', moves)).toEqual([body, body]);
    expect(rows(/移到/)).toEqual([
      '2026-11-21从梅山镇妇联移到祠堂边妇联 · 厂搬了',
      '2026-11-20从梅山镇妇联移到霞美镇妇联 · 移错了',
      '2026-11-20从梅山镇妇联移到霞美镇妇联 · 区划调整',
    ]);
  });

  it('never offers to put it below itself, and says why it cannot offer anything', async () => {
    await open('F2', { 'GET /me': refuses('busy') });
    tap('换上级');
    await screen.findByText('现在有点忙。等一下再试。');

    theServiceAnswers(reads);
    tap('再试一次');

    await screen.findByRole('button', { name: '祠堂边妇联' });
    expect(screen.queryByRole('button', { name: committee.name })).toBeNull();
  });

  it('begins with the federations that she may look down from', async () => {
    const posts = [...staff.posts, ...contact.posts];
    const opened = (me: Account) => {
      theServiceAnswers({ 'GET /me': says(me) });
      return render(<OrganisationPage />);
    };
    const { unmount } = opened({ ...staff, posts });
    await tapOnceThere('霞美村妇联，工作人员');
    expect(phone.visited).toEqual(['/staff/organisation/index?id=xiamei']);
    expect(screen.queryByRole('button', { name: /^阳光中科妇联/ })).toBeNull();

    unmount();
    opened({ ...staff, posts: [] });
    await waitFor(() => expect(screen.getByText('您现在没有任职。')).toBeTruthy());
  });
});
