import { render, screen, waitFor } from '@testing-library/react';
import { refusals, type Enterprise } from '@niangjia/shared';
import { questionsTo, refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { anEnterprise } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, box, tap, tapOnceThere, type } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import EnterprisesPage from '.';

const path = '/desk/enterprises';
const list = (...items: Enterprise[]) => says({ items, next: null });
const key = anEnterprise();
const fifty = anEnterprise({ id: 'N2', name: '示例·裕远包袋', femaleStaff: 50, isKey: false });
const answers = (more: Parameters<typeof theServiceAnswers>[0]) =>
  theServiceAnswers({ 'GET /me': says(staff), ...more });

function open(more: Parameters<typeof theServiceAnswers>[0]) {
  answers(more);
  render(<EnterprisesPage />);
}
async function write() {
  await screen.findByRole('textbox', { name: '企业名称' });
  type('企业名称', ' 示例·新塘鞋厂 ');
  tap('没有', 'radio');
  type('女职工多少人', '１２０');
  type('哪一天的数', '20261101');
}

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('重点筹建清单', () => {
  it('says the rule, and marks whom it holds for only, among all that are known too', async () => {
    open({ [`GET ${path}`]: list(key) });
    await screen.findByText('有党组织、女职工超过 50 人的企业，先帮它建妇联。');
    const marked = '示例·阳光制衣，女职工 51 人 · 有党组织，霞美镇妇联 · 2026-11-01 的数，重点筹建';
    await screen.findByRole('button', { name: marked });

    answers({ [`GET ${path}`]: list(key, fifty) });
    tap('全部企业', 'radio');

    const unmarked = '示例·裕远包袋，女职工 50 人 · 有党组织，霞美镇妇联 · 2026-11-01 的数';
    await screen.findByRole('button', { name: unmarked });
    expect(questionsTo(path)).toEqual(['only=key', '']);
  });

  it('writes one down once for her federation, from an empty list', async () => {
    open({ [`GET ${path}`]: list() });
    await screen.findByText('还没有。点“记一家企业”，够条件的会自己排进来。');
    tap('记一家企业');
    await screen.findByRole('textbox', { name: '企业名称' });
    tap('保存');
    expect(alerts()).toEqual([
      '! 名称至少写 2 个字。',
      '! 点“有”或者“没有”。',
      '! 写一个数，比如 51。',
    ]);

    const added = anEnterprise({ name: '示例·新塘鞋厂' });
    answers({ [`GET ${path}`]: list(added), [`POST ${path}`]: says(added) });
    await write();
    tap('保存');

    await screen.findByRole('button', { name: /^示例·新塘鞋厂/ });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sentTo('POST', path)).toEqual([
      {
        federationId: 'xiamei',
        name: '示例·新塘鞋厂',
        hasPartyOrganisation: false,
        femaleStaff: 120,
        asOf: '2026-11-01',
      },
    ]);
  });

  it('says beside the number what the service did not take, and keeps all that was typed', async () => {
    const fields = { femaleStaff: '这里最多填 1000000。' };
    open({ [`GET ${path}`]: list(), [`POST ${path}`]: refuses('bad_input', fields) });
    await screen.findByText(/^还没有。/);
    tap('记一家企业');
    await write();
    type('女职工多少人', '2000000');
    tap('保存');

    await screen.findByText(refusals.bad_input.message);
    expect(alerts()[0]).toBe(`! ${fields.femaleStaff}`);
    expect(['企业名称', '女职工多少人', '哪一天的数'].map((label) => box(label).value)).toEqual([
      ' 示例·新塘鞋厂 ',
      '2000000',
      '20261101',
    ]);
  });

  it('saves over the newest once she has seen what somebody else changed meanwhile', async () => {
    open({ [`GET ${path}`]: list(key) });
    await tapOnceThere(/^示例·阳光制衣/);
    type('女职工多少人', '48');

    const newest = anEnterprise({ femaleStaff: 60, version: 2 });
    const change = `PUT ${path}/N1`;
    answers({ [`GET ${path}`]: list(newest), [change]: refuses('changed_meanwhile') });
    tap('保存');
    await screen.findByText(refusals.changed_meanwhile.message);
    expect(box('女职工多少人').value).toBe('48');

    tap(/^关闭/);
    await tapOnceThere(/^示例·阳光制衣，女职工 60 人/);
    answers({ [`GET ${path}`]: list(), [change]: says(anEnterprise({ version: 3 })) });
    type('女职工多少人', '48');
    tap('保存');

    await screen.findByText(/^还没有。/);
    expect(sentTo('PUT', `${path}/N1`)).toMatchObject([
      { femaleStaff: 48, version: 1 },
      { femaleStaff: 48, version: 2 },
    ]);
  });

  it('tells her who can write one down when her post does not let her', async () => {
    const posts = staff.posts.map((post) => ({
      ...post,
      kind: 'part_time_vice_chair' as const,
      actions: post.actions.filter((action) => action !== 'organisation.edit'),
    }));
    open({ [`GET ${path}`]: list(), 'GET /me': says({ ...staff, posts }) });
    await screen.findByText(/^还没有。/);

    tap('记一家企业');

    await screen.findByText('您的任职不能记企业。请主席、副主席或者工作人员来记。');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says why nothing can be written down, instead of a button that does nothing', async () => {
    open({ [`GET ${path}`]: list(), 'GET /me': refuses('busy') });
    await screen.findByText(/^还没有。/);
    tap('记一家企业');
    await screen.findByText('现在有点忙。等一下再试。');

    answers({ [`GET ${path}`]: list() });
    tap('再试一次');

    await waitFor(() => expect(box('企业名称')).toBeTruthy());
  });
});
