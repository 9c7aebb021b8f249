import { act, fireEvent, render, screen } from '@testing-library/react';
import type { JobDraft } from '@niangjia/shared';
import {
  aDeskJob,
  aHome,
  refuses,
  says,
  sentTo,
  staff,
  theServiceAnswers,
} from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import JobPage from '.';

const list = '/desk/jobs';
const path = `${list}/J1`;
const box = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label });
const type = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const check = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));

async function opened(answers: Parameters<typeof theServiceAnswers>[0], id?: string) {
  phone.pageQuery = id ? { id } : {};
  theServiceAnswers(answers);
  render(<JobPage />);
  await screen.findByRole('heading', { level: 1, name: id ? '缝纫工' : '新建岗位' });
}

beforeEach(() => {
  phone.reset();
  // The stand-in for a browser has no layout.
  Element.prototype.scrollIntoView = () => undefined;
  act(() => keepSession('secret'));
});

describe('a new post', () => {
  beforeEach(async () => {
    const draft = aDeskJob({ state: 'draft', version: 1 });
    await opened({
      'GET /me': says(staff),
      'GET /desk/womens-homes': says({ items: [aHome()], next: null }),
      [`POST ${list}`]: says(draft),
      [`GET ${path}`]: says(draft),
      [`POST ${path}/moves`]: says(aDeskJob({ version: 2 })),
    });
    type('岗位', '缝纫工');
    type('用工方', '示例·裕远包袋');
    type('做什么', '缝书包带，会教。');
    type('怎么照顾妈妈', '可以晚到 30 分钟');
    type('一小时多少元', '１８.５');
    check('周三');
    check('周一');
    type('上班', '830');
    type('下班', '16点');
    type('第一天', '20261201');
    type('最后一天', '2026年12月31日');
    type('要几个人', '4');
    tap('从妇女之家里选');
    fireEvent.click(await screen.findByRole('button', { name: /^霞美村妇女之家/ }));
  });

  it('is kept, then published, with shifts and pay as the service counts them', async () => {
    tap('发布');
    await screen.findByText(/招人中/);

    const [sent] = sentTo('POST', list) as JobDraft[];
    expect(sent).toMatchObject({ title: '缝纫工', payPerHourFen: 1850, contractKind: 'part_time' });
    expect(sent?.shiftPatterns).toEqual(aDeskJob().shiftPatterns);
    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'published' }]);
  });

  it('says at the word what the law says of it, and keeps what she typed', async () => {
    const say = '“男性优先”（妇女权益保障法第四十三条第一项）：不能限定男性或男性优先。删掉这句。';
    theServiceAnswers({ [`POST ${list}`]: refuses('job_wording', { text: say }) });
    type('做什么', '搬布料，男性优先');
    tap('发布');
    await screen.findByRole('button', { name: `做什么：${say}` });

    expect(box('做什么').getAttribute('aria-invalid')).toBe('true');
    expect(box('做什么').value).toBe('搬布料，男性优先');
    expect(sentTo('POST', `${path}/moves`)).toEqual([]);
  });

  it('is kept all the same when she answers for what was found wrongly, for these words alone', async () => {
    const say = '“婚育情况”（妇女权益保障法第四十三条第二项）：不能询问婚育情况。删掉这句。';
    theServiceAnswers({ [`POST ${list}`]: refuses('job_wording', { text: say }) });
    expect(screen.queryByRole('checkbox', { name: /是合法的/ })).toBeNull();
    type('做什么', '婚育情况我们不管');
    tap('存为草稿');
    fireEvent.click(await screen.findByRole('checkbox', { name: /是合法的/ }));
    tap('存为草稿');
    await screen.findByRole('button', { name: '存为草稿' });
    type('做什么', '婚育情况我们不管，男性优先');
    tap('存为草稿');
    await screen.findByRole('button', { name: '存为草稿' });

    const sent = sentTo('POST', list) as JobDraft[];
    expect(sent.map(({ wordingIsLawful }) => wordingIsLawful)).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  it('has no hourly pay when it is paid by the piece', async () => {
    fireEvent.click(screen.getByRole('radio', { name: '计件' }));
    expect(screen.queryByRole('textbox', { name: '一小时多少元' })).toBeNull();
    tap('存为草稿');
    await screen.findByText('保存好了。');

    expect(sentTo('POST', list)).toMatchObject([
      { contractKind: 'piecework', payPerHourFen: null },
    ]);
  });

  it('names the shift that cannot be, and sends nothing', () => {
    type('下班', '7:00');
    tap('加一种班次');
    tap('发布');
    expect(screen.getByText('有 6 处要改')).toBeTruthy();
    expect(screen.getByRole('button', { name: '班次 2：选一下星期几上班。' })).toBeTruthy();

    tap('去掉班次 2');
    tap('发布');
    expect(
      screen.getByRole('button', { name: '班次 1：下班要晚于上班，而且在同一天。' }),
    ).toBeTruthy();
    expect(sentTo('POST', list)).toEqual([]);
  });
});

it('a draft is published or left, never closed', async () => {
  await opened({ [`GET ${path}`]: says(aDeskJob({ state: 'draft' })) }, 'J1');
  expect(screen.queryByRole('button', { name: '停招' })).toBeNull();
  expect(screen.getByRole('button', { name: '发布' })).toBeTruthy();
});

describe('a post that women see', () => {
  it('keeps her input when somebody saved first', async () => {
    await opened({ [`GET ${path}`]: says(aDeskJob()) }, 'J1');
    theServiceAnswers({
      [`PUT ${path}`]: refuses('changed_meanwhile'),
      [`GET ${path}`]: says(aDeskJob({ version: 7, payPerHourFen: 2000 })),
    });
    type('岗位', '缝包工');
    tap('保存');

    await screen.findByText('别人改了：工资。');
    expect(box('岗位').value).toBe('缝包工');
  });

  it('is closed only with a reason for those who booked', async () => {
    await opened({ [`GET ${path}`]: says(aDeskJob()) }, 'J1');
    theServiceAnswers({ [`POST ${path}/moves`]: says(aDeskJob({ version: 4, state: 'closed' })) });
    tap('停招');
    type('为什么停招', '订');
    tap('确定停招');
    expect(sentTo('POST', `${path}/moves`)).toEqual([]);
    type('为什么停招', '订单做完了');
    tap('确定停招');

    await screen.findByRole('button', { name: '重新招人' });
    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'closed', reason: '订单做完了' }]);
  });

  it('shows who comes as the employer sees it, and only after a tap', async () => {
    const shift = {
      shiftId: 'S',
      state: 'booked',
      startsAt: '2026-12-02T08:30:00+08:00',
      endsAt: '2026-12-02T16:00:00+08:00',
    };
    const silent = { ...shift, id: 'B1', name: null, phone: null, remark: null };
    const open = {
      ...shift,
      id: 'B2',
      name: '示例·林木棉',
      phone: '13800000000',
      remark: '左撇子',
    };
    await opened({ [`GET ${path}`]: says(aDeskJob()) }, 'J1');
    expect(sentTo('GET', `${path}/bookings`)).toEqual([]);
    theServiceAnswers({ [`GET ${path}/bookings`]: says({ items: [silent, open], next: null }) });
    tap('看预约名单');

    for (const words of ['没有写名字', '示例·林木棉', '13800000000', '左撇子'])
      expect(await screen.findByText(words)).toBeTruthy();
  });
});
