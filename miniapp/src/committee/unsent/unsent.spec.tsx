import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import LinkPage from '../link';
import TicketPage from '../ticket';
import UnsentPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

/** One link that the service did not take. */
async function refused() {
  const service = aFieldService();
  service.whyNot = () => 'not_your_grid';
  const { unmount } = render(<LinkPage />);
  await screen.findByRole('textbox', { name: '姓名' });
  type('姓名', '示例·阿兰');
  tap('签了字', 'radio');
  tap('保存');
  await screen.findByText(/没传成/);
  unmount();
  render(<UnsentPage />);
  await screen.findByText(/没找到这个网格/);
  return service;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('what is not with the service', () => {
  it('says since when and why, and goes once it is put right, with the card she has', async () => {
    const service = await refused();
    expect(screen.getByText(/1 条还没上传，最早是今天 12:00 的/)).toBeTruthy();
    service.whyNot = () => undefined;

    tap('改一改再传');
    type('住址，选填', '3 组 8 号');
    tap('存好再传');
    await screen.findByText('都传上去了。');

    expect(service.facts).toMatchObject([{ name: '示例·阿兰', address: '3 组 8 号' }]);
    expect(screen.queryByText('请她抄下联系卡')).toBeNull();
  });

  it('is taken back only after asking once', async () => {
    const service = await refused();

    tap('不要了');
    expect(screen.getByText('示例·阿兰')).toBeTruthy();
    tap('确定不要了');

    await waitFor(() => expect(screen.queryByText('示例·阿兰')).toBeNull());
    expect(service.facts).toEqual([]);
  });
});

it('names all that waits, calmly, when there is no network', async () => {
  aFieldService([aWoman()], [aVisit({ needs: [{ id: 'N1', kind: 'children', text: '托管' }] })]);
  phone.pageQuery = { visitId: 'V1', needId: 'N1' };
  const { unmount } = render(<TicketPage />);
  await screen.findByText('托管');
  act(() => phone.setOnline(false));
  tap('她同意了', 'checkbox');
  tap('转求助');
  unmount();
  render(<UnsentPage />);

  await screen.findByText('转求助或移出名单：1 条');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByText(/有网了再试/)).toBeNull();
});
