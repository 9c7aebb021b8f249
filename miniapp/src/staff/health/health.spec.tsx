import { render, screen } from '@testing-library/react';
import { hintText, type HealthHint, type OrganisationHealth } from '@niangjia/shared';
import { questionsTo, refuses, says, theServiceAnswers } from '../../../test/desk';
import { aHealth } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { tap, tapOnceThere } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import HealthPage from '.';

const path = '/desk/federations/F1/health';
const list = (items: OrganisationHealth[], next: string | null = null) => says({ items, next });
const because = (...hints: HealthHint[]) =>
  hints.map((hint) => ({ kind: hint.kind, text: hintText(hint) }));
const busy = '现在有点忙。等一下再试。';
const rows = () =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? '');

const inNeed = aHealth({
  members: 6,
  hints: because(
    { kind: 'too_few_members', members: 6, min: 11, max: 15 },
    { kind: 'links_missing', name: '示例·陈秀英', missing: 3 },
    { kind: 'quiet', days: 200 },
  ),
});
const well = aHealth({ federationId: 'F3', federationName: '金枝村妇联' });

function open(answer: ReturnType<typeof says>) {
  theServiceAnswers({ [`GET ${path}`]: answer });
  render(<HealthPage />);
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'F1' };
  keepSession('secret');
});

describe('组织体检', () => {
  it('says in which federation to help and why, and leads to its file', async () => {
    open(list([inNeed]));

    await tapOnceThere(
      '霞美村妇联，执委 6 人，一般是 11 到 15 人，示例·陈秀英的联系户差3名，200 天没有活动、走访和求助，问问要不要帮忙',
    );

    expect(phone.visited).toEqual(['/staff/organisation/index?id=xiamei']);
  });

  it('keeps the order of the tree and ranks nobody, however much there is to help with', async () => {
    open(list([well, inNeed, aHealth({ federationId: 'F4', federationName: '四黄村妇联' })]));
    await screen.findByRole('button', { name: '金枝村妇联，现在没有要搭把手的' });

    expect(rows().map((row) => row.split('，')[0])).toEqual([
      '金枝村妇联',
      '霞美村妇联',
      '四黄村妇联',
    ]);
    expect(document.body.textContent).not.toMatch(/第 ?\d|\d+ ?分(?!钟)/);
  });

  it('reads on by a tap, below what is there already', async () => {
    open(list([well], 'F3'));
    await screen.findByRole('button', { name: /^金枝村妇联/ });

    theServiceAnswers({ [`GET ${path}`]: list([inNeed]) });
    tap('再看一些');

    await screen.findByRole('button', { name: /^霞美村妇联/ });
    expect(screen.getByRole('button', { name: /^金枝村妇联/ })).toBeTruthy();
    expect(questionsTo(path)).toEqual(['', 'after=F3']);
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
  });

  it('says that there is nothing below', async () => {
    open(list([]));

    await screen.findByText('这里还没有组织。');
  });

  it('says why it was not read, and reads it when she tries again', async () => {
    open(refuses('busy'));
    await screen.findByText(busy);
    expect(screen.queryByText('这里还没有组织。')).toBeNull();

    theServiceAnswers({ [`GET ${path}`]: list([well]) });
    tap('再试一次');

    await screen.findByRole('button', { name: /^金枝村妇联/ });
    expect(screen.queryByText(busy)).toBeNull();
  });
});
