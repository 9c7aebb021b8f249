import { render, screen } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { questionsTo, refuses, says, theServiceAnswers } from '../../../test/desk';
import { aCountedItem } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { tap, tapOnceThere } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import CountedPage from '.';

const path = '/desk/federations/F1/counted';

function open(asked: Record<string, string>, answer: ReturnType<typeof says>) {
  phone.pageQuery = { id: 'F1', ...asked };
  theServiceAnswers({ [`GET ${path}`]: answer });
  render(<CountedPage />);
}
const members = { what: 'post', kind: 'committee_member' };

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('数字后面的名单', () => {
  it('names who makes up the number and where, and leads to the file of that federation', async () => {
    open(members, says({ items: [aCountedItem()], next: null }));

    await tapOnceThere('示例·陈秀英，霞美村妇联');

    expect(screen.getByRole('heading', { level: 1, name: '执委' })).toBeTruthy();
    expect(questionsTo(path)).toEqual(['what=post&kind=committee_member']);
    expect(phone.visited).toEqual(['/staff/organisation/index?id=xiamei']);
  });

  it('asks for federations of one sector, and says the name of each once', async () => {
    const name = '阳光制衣妇女微家';
    const home = aCountedItem({ id: 'F7', name, federationId: 'F7', federationName: name });
    const asked = { what: 'federation', kind: 'micro_home', sector: 'enterprise' };
    open(asked, says({ items: [home], next: null }));

    await screen.findByRole('button', { name });

    expect(screen.getByRole('heading', { level: 1, name: '妇女微家 · 企业' })).toBeTruthy();
    expect(questionsTo(path)).toEqual(['what=federation&kind=micro_home&sector=enterprise']);
  });

  it('reads on by a tap with the same question', async () => {
    open(members, says({ items: [aCountedItem()], next: 'C1' }));
    await screen.findByRole('button', { name: /^示例·陈秀英/ });

    const second = aCountedItem({ id: 'C2', name: '示例·许春花' });
    theServiceAnswers({ [`GET ${path}`]: says({ items: [second], next: null }) });
    tap('再看一些');

    await screen.findByRole('button', { name: /^示例·许春花/ });
    expect(screen.getByRole('button', { name: /^示例·陈秀英/ })).toBeTruthy();
    expect(questionsTo(path).pop()).toBe('what=post&kind=committee_member&after=C1');
  });

  it('says so when those of the number are gone by now', async () => {
    open(members, says({ items: [], next: null }));

    await screen.findByText('这里一个也没有了。');
  });

  it('says why when the federation is not of her branch', async () => {
    open(members, refuses('federation_not_found'));

    await screen.findByText(refusals.federation_not_found.message);
    expect(screen.queryByText('这里一个也没有了。')).toBeNull();
  });
});
