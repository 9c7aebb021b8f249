import { act, render, screen } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses } from '../../../test/desk';
import { aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { tap } from '../../../test/taps';
import { herField } from '@/features/visit/her-field';
import VisitsPage from '.';

const headings = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
/** What stands on the card of a visit. */
const cardOf = (heading: RegExp) =>
  screen.getByRole('heading', { name: heading }).parentElement?.textContent ?? '';

async function open() {
  const { unmount } = render(<VisitsPage />);
  await screen.findByText(/都传上去了/);
  return unmount;
}

/** Written without a network: it waits. */
function writes(visitDay: string, note: string) {
  act(() => phone.setOnline(false));
  const of = { linkId: 'L1', kind: 'phone', visitDay, risk: 'normal', needs: [], note } as const;
  act(() => void herField.addVisit({ ...of, needs: [] }));
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('走访记录', () => {
  it('is read from the phone without a network, newest first, with what was agreed', async () => {
    const women = [aWoman(), aWoman({ id: 'L2', name: '示例·林阿妹' })];
    const earlier = aVisit({ risk: 'high', note: '腰不好', followUpDay: '2026-11-29' });
    aFieldService(women, [earlier, aVisit({ id: 'V2', linkId: 'L2', visitDay: '2026-11-21' })]);
    const close = await open();
    close();
    phone.setOnline(false);

    render(<VisitsPage />);

    await screen.findByText('没有网络，照样能记。名单是今天 12:00 的。');
    expect(headings()).toEqual(['示例·林阿妹 · 昨天', '示例·许春花 · 周日 11月1日']);
    for (const said of ['上门', '腰不好', '约好周日 11月29日再去'])
      expect(cardOf(/许春花/)).toContain(said);
    expect(cardOf(/许春花/)).not.toContain('补记');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says which one waits and which is late, and since when; uploaded, it stays late', async () => {
    const service = aFieldService();
    await open();
    writes('2026-11-19', '三天前去的');
    writes('2026-11-20', '前天去的');

    await screen.findByText(/^2 条存在手机里，还没上传。最早是今天 12:00 的。有网自动上传。/);
    expect(headings()).toEqual(['示例·许春花 · 周五 11月20日', '示例·许春花 · 周四 11月19日']);
    expect(cardOf(/11月19日/)).toMatch(/补记.*还没上传/);
    expect(cardOf(/11月20日/)).toMatch(/还没上传/);
    expect(cardOf(/11月20日/)).not.toContain('补记');

    const receivedAt = '2026-11-22T12:00:00+08:00';
    service.visits = [aVisit({ id: 'V9', visitDay: '2026-11-19', receivedAt, mark: 'late' })];
    act(() => phone.setOnline(true));
    await screen.findByText(/都传上去了/);

    expect(service.facts).toHaveLength(2);
    expect(cardOf(/11月19日/)).toContain('补记');
    expect(screen.queryByText('还没上传')).toBeNull();
  });

  it('leads each need to a ticket once, by its own id', async () => {
    const needs = [
      { id: 'N1', kind: 'children', text: '托管' },
      { id: 'N2', kind: 'labour_rights', text: '欠薪' },
    ] as const;
    aFieldService([aWoman()], [aVisit({ needs: [...needs], ticketed: ['N1'] })]);
    await open();
    expect(cardOf(/许春花/)).toMatch(/子女：托管.*已转求助.*劳动权益：欠薪/);

    const ways = screen.getAllByRole('button', { name: /^转求助/ });
    expect(ways).toHaveLength(1);
    tap(/^转求助/);

    expect(phone.visited).toEqual(['/committee/ticket/index?visitId=V1&needId=N2']);
  });

  it('keeps a visit that was not taken since she was handed over, and says where it stands', async () => {
    const service = aFieldService();
    await open();
    writes('2026-11-22', '说起女儿读书的事');
    service.women = [];
    service.whyNot = () => 'link_handed_over';
    act(() => phone.setOnline(true));

    await screen.findByText(/^有 1 条没传成，点开改一改。最早是今天 12:00 的。/);
    expect(headings()).toEqual(['不在名单上了 · 今天']);
    expect(cardOf(/不在名单/)).toMatch(/还没上传.*说起女儿读书的事/);
    tap(/^有 1 条没传成/);

    expect(phone.visited).toEqual(['/committee/unsent/index']);
  });

  it('shows twenty, then the rest, and says that older ones are with the service', async () => {
    const day = (at: number) => `2026-10-${String(31 - at).padStart(2, '0')}`;
    const visits = Array.from({ length: 21 }, (_, at) =>
      aVisit({ id: `V${at}`, visitDay: day(at) }),
    );
    aFieldService([aWoman()], visits);
    await open();
    expect(headings()).toHaveLength(20);
    expect(screen.queryByText(/早的在服务器上/)).toBeNull();

    tap('再看 20 次');

    expect(headings()).toHaveLength(21);
    expect(screen.getByText('手机里只留最近的走访，早的在服务器上。')).toBeTruthy();
  });

  it('says what to do when there is none yet, and why the newest could not be fetched', async () => {
    aFieldService();
    await open();
    expect(screen.getByText('还没有走访。去过的，现在也能补记。')).toBeTruthy();
    phone.answer = async () => refuses('busy');
    act(() => phone.setOnline(true));

    await screen.findByText(refusals.busy.message);
    tap('记走访');

    expect(phone.visited).toEqual(['/committee/visit/index']);
  });
});
