import { fireEvent, render, screen } from '@testing-library/react';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aLinkHolder } from '../../../test/field';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import LinkHoldersPage from '.';

const far = aLinkHolder({
  accountId: 'far',
  name: '示例·阿秋',
  federationId: 'y',
  hasLinks: false,
});
const near = aLinkHolder({ accountId: 'near', name: '示例·林玉' });
const left = aLinkHolder({ accountId: 'left', name: '示例·郑兰', isServing: false });
const holders = says({ items: [far, aLinkHolder(), near, left], next: null });
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));

async function open() {
  keepSession('secret');
  render(<LinkHoldersPage />);
  await screen.findByRole('button', { name: '示例·陈秀英，名单上有联系户，霞美村妇联' });
}

beforeEach(() => {
  phone.reset();
  theServiceAnswers({
    'GET /desk/link-holders': holders,
    'POST /desk/link-hand-overs': says({ handedOver: 24 }),
  });
});

describe('联系户交接', () => {
  it('hands a list over only after the second question, and says how many went', async () => {
    await open();

    tap(/陈秀英/);
    const offered = screen.getAllByRole('radio').map(({ textContent }) => textContent);
    expect(offered).toEqual(['示例·林玉霞美村妇联', '示例·阿秋霞美村妇联']);
    tap(/林玉/, 'radio');
    expect(screen.getByText('示例·陈秀英名单上的联系户，都交给示例·林玉。')).toBeTruthy();
    expect(sentTo('POST', '/desk/link-hand-overs')).toEqual([]);
    tap('确定交接');
    await screen.findByText('交了 24 位给示例·林玉。');

    expect(sentTo('POST', '/desk/link-hand-overs')).toEqual([
      { fromAccountId: 'holder', toAccountId: 'near' },
    ]);
  });

  it('says whose list waits for another, and puts no number beside a name', async () => {
    await open();

    const names = screen.getAllByRole('button', { name: /^示例/ });
    expect(names.map((name) => name.getAttribute('aria-label'))).toEqual([
      '示例·阿秋，名单是空的，霞美村妇联',
      '示例·陈秀英，名单上有联系户，霞美村妇联',
      '示例·林玉，名单上有联系户，霞美村妇联',
      '示例·郑兰，任职结束了，名单还没交，霞美村妇联',
    ]);
    expect(document.body.textContent).not.toMatch(/\d/);
  });

  it('asks nothing of whoever has nobody on her list', async () => {
    await open();

    tap(/阿秋/);

    expect(screen.getByText(/不用交接/)).toBeTruthy();
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });

  it('keeps the question open with the reason when it is refused', async () => {
    await open();
    theServiceAnswers({ 'POST /desk/link-hand-overs': refuses('link_holder_not_found') });

    tap(/陈秀英/);
    tap(/林玉/, 'radio');
    tap('确定交接');
    await screen.findByText(/没找到这位执委/);

    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
