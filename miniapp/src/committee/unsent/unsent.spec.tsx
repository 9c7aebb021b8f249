import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { refusals, type RefusalCode } from '@niangjia/shared';
import { sentTo } from '../../../test/desk';
import { aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { StorageFull } from '@/platform/disk';
import LinkPage from '../link';
import TicketPage from '../ticket';
import VisitPage from '../visit';
import UnsentPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

/** One link that the service did not take. */
async function refused(code: RefusalCode = 'not_your_grid') {
  const service = aFieldService();
  service.whyNot = () => code;
  const { unmount } = render(<LinkPage />);
  await screen.findByRole('textbox', { name: '姓名' });
  type('姓名', '示例·阿兰');
  tap('签了字', 'radio');
  tap('保存');
  await screen.findByText(/没传成/);
  unmount();
  render(<UnsentPage />);
  await screen.findByText(refusals[code].message);
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

  it('keeps what she put right where she reads why the phone had no room for it', async () => {
    const service = await refused();
    service.whyNot = () => undefined;
    tap('改一改再传');
    type('住址，选填', '3 组 8 号');
    const sheet = within(screen.getByRole('dialog', { name: '改一改再传' }));

    phone.isFull = true;
    tap('存好再传');
    expect(sheet.getByRole('alert').textContent).toContain(new StorageFull().message);
    phone.isFull = false;
    tap('存好再传');

    await screen.findByText('都传上去了。');
    expect(service.facts).toMatchObject([{ address: '3 组 8 号' }]);
  });

  it('shows the new digits at once where those that she copied were taken already', async () => {
    const service = await refused('link_code_taken');
    service.whyNot = () => undefined;

    tap('改一改再传');
    tap('存好再传');
    await screen.findByRole('heading', { name: '请她抄下联系卡' });
    await screen.findByText(/都传上去了。名单/);

    const shown = screen.getByRole('img').getAttribute('aria-label')?.replace(/\D/g, '');
    expect(service.facts).toMatchObject([{ name: '示例·阿兰', linkCode: shown }]);
    tap('她抄好了');
    expect(screen.getByText('都传上去了。')).toBeTruthy();
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

describe('a visit to somebody who was handed over meanwhile', () => {
  const { message } = refusals.link_handed_over;

  async function handedOver() {
    const service = aFieldService([aWoman(), aWoman({ id: 'L2', name: '示例·林阿妹' })]);
    phone.pageQuery = { linkId: 'L1' };
    const { unmount } = render(<VisitPage />);
    await screen.findByRole('radiogroup', { name: '怎么聊的' });
    act(() => phone.setOnline(false));
    tap('上门', 'radio');
    type('备注，选填', '说起女儿读书的事');
    tap('保存');
    await screen.findByText(/记下了/);
    unmount();
    service.women = service.women.slice(1);
    service.whyNot = (fact) =>
      'linkId' in fact && fact.linkId === 'L1' ? 'link_handed_over' : undefined;
    render(<UnsentPage />);
    act(() => phone.setOnline(true));
    await screen.findByText(message);
    return service;
  }

  it('is said so, stays to be read, and can be put under whom it was about', async () => {
    const service = await handedOver();
    expect(screen.getByText('说起女儿读书的事')).toBeTruthy();

    tap('改一改再传');
    tap(/林阿妹/, 'radio');
    tap('存好再传');
    await screen.findByText('都传上去了。');

    expect(service.facts).toMatchObject([{ linkId: 'L2', note: '说起女儿读书的事' }]);
  });

  it('is not sent again by itself, and can be taken back', async () => {
    await handedOver();
    const sent = () => sentTo('POST', '/visits/sync');
    const lists = () => phone.asked.filter(({ url }) => url.includes('/me/linked-women')).length;
    const [sentBefore, listsBefore] = [sent().length, lists()];
    tap('现在上传');
    await waitFor(() => expect(lists()).toBeGreaterThan(listsBefore));
    expect(sent()).toHaveLength(sentBefore);

    tap('不要了');
    tap('确定不要了');

    await screen.findByText('都传上去了。');
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
