import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aDeskGrid, aLinkHolder } from '../../../test/field';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import GridsPage from '.';

const list = (...items: unknown[]) => says({ items, next: null });
const chen = { accountId: 'holder', name: '示例·陈秀英' };
const kept = aDeskGrid({ holders: [chen] });
const near = aLinkHolder({ accountId: 'near', name: '示例·林玉' });
const far = aLinkHolder({ accountId: 'far', name: '示例·阿秋', federationId: 'y' });
const answers = {
  'GET /desk/grids': list(kept),
  'GET /desk/link-holders': list(aLinkHolder(), near, far),
};
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}) {
  theServiceAnswers({ ...answers, ...more });
  render(<GridsPage />);
  await screen.findByRole('button', { name: /霞美村 3 组/ });
}

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('网格', () => {
  it('is given to one more of its own federation, whoever does not keep it yet', async () => {
    await open({ 'POST /desk/grids/G1/holders': says(kept) });
    tap(/霞美村 3 组/);

    const offered = await screen.findAllByRole('radio');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['示例·林玉']);
    tap('示例·林玉', 'radio');
    await waitFor(() =>
      expect(sentTo('POST', '/desk/grids/G1/holders')).toEqual([{ accountId: 'near' }]),
    );
  });

  it('is taken back, and the list then says that nobody keeps it', async () => {
    await open({ 'DELETE /desk/grids/G1/holders/holder': says(aDeskGrid()) });
    tap(/霞美村 3 组/);
    theServiceAnswers({
      ...answers,
      'GET /desk/grids': list(aDeskGrid()),
      'DELETE /desk/grids/G1/holders/holder': says(aDeskGrid()),
    });
    tap('从示例·陈秀英收回');
    expect(sentTo('DELETE', '/desk/grids/G1/holders/holder')).toEqual([]);
    tap('确定收回');

    await screen.findByText('还没交给人。');
    expect(sentTo('DELETE', '/desk/grids/G1/holders/holder')).toHaveLength(1);
  });

  it('a new one wants a federation and a name', async () => {
    await open({ 'POST /desk/grids': says(kept) });
    tap('新网格');
    tap('建好');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '! 点一个妇联。',
      '! 写一个名字。',
    ]);
    expect(sentTo('POST', '/desk/grids')).toEqual([]);

    fireEvent.click((await screen.findAllByRole('radio'))[0]!);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: ' 祠堂边 ' } });
    tap('建好');
    await waitFor(() =>
      expect(sentTo('POST', '/desk/grids')).toEqual([{ federationId: 'xiamei', name: '祠堂边' }]),
    );
  });

  it('says why it was not given', async () => {
    await open({ 'POST /desk/grids/G1/holders': refuses('link_holder_not_found') });
    tap(/霞美村 3 组/);
    await screen.findAllByRole('radio');
    tap('示例·林玉', 'radio');

    await screen.findByText(/没找到这位执委/);
  });
});
