import { Text } from '@tarojs/components';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { refuses, says } from '../../test/desk';
import { aFieldService, anExecutiveMemberSignsIn } from '../../test/field-service';
import { phone } from '../../test/stand-ins/taro';
import { herField } from '@/features/visit/her-field';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { FieldPage } from './field-page';
import { PostOver } from './post-over';

const noon = Date.parse('2026-11-22T12:00:00+08:00');
const open = () => render(<FieldPage title="执委工作">{() => <Text>名单</Text>}</FieldPage>);

beforeEach(() => {
  phone.reset();
  aFieldService();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('a page of the field work', () => {
  it('says what to do when the phone is too full even to begin', async () => {
    phone.isFull = true;
    open();

    await screen.findByText('手机里放不下了。清一清微信的空间，再打开。');
    expect(screen.queryByText('名单')).toBeNull();
  });

  it('says to send what waits before the phone is full', async () => {
    localStorage.setItem('more', 'x'.repeat(4_600_000));
    open();

    await screen.findByText('手机快存满了。连上网，先把没传的传完。');
    expect(screen.getByText('名单')).toBeTruthy();
    localStorage.clear();
  });

  it('shows nothing of hers once her post is over, and says what became of it', async () => {
    const { unmount } = open();
    await screen.findByText('名单');
    unmount();
    const known = phone.answer;
    phone.answer = async (asked) => {
      if (/\/me$/.test(asked.url)) return says({ id: 'A', displayName: '示例', posts: [] });
      return /visits\/sealed$/.test(asked.url) ? known(asked) : refuses('not_found');
    };
    open();
    act(() => phone.setOnline(false));
    act(() => phone.setOnline(true));

    await screen.findByText('您的执委任职结束了。');
    expect(screen.queryByText('名单')).toBeNull();
    expect(screen.getByText('您记的都传上去了。')).toBeTruthy();
  });

  it('makes no new key while acts are there, and begins anew only when she says so twice', async () => {
    const place = `field/${String(whoSignedIn())}/log/0000000001-12345678`;
    phone.storage.set(place, 'sealed with a key that is not there now');
    open();
    await screen.findByText('手机里没上传的打不开了，没有删。');
    expect([...phone.storage.keys()].filter((key) => key.startsWith('field'))).toEqual([place]);

    fireEvent.click(screen.getByRole('button', { name: '重新开始' }));
    expect(phone.storage.has(place)).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '确定重新开始' }));

    await screen.findByText('名单');
    expect(phone.storage.has(place)).toBe(false);
  });

  it('tries again when the phone did not let itself be read once', async () => {
    const given = herField['given'];
    const { randomBytes } = given;
    given.randomBytes = () => Promise.reject(new Error('no random source'));
    open();
    await screen.findByText('手机里的没打开，都还在。');
    given.randomBytes = randomBytes;

    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));

    await screen.findByText('名单');
  });

  it('says since when, also while it is under way, and that it was not taken for no fault of hers', async () => {
    const service = aFieldService();
    service.whyNot = () => 'fault';
    open();
    await screen.findByText(/都传上去了/);
    act(() => {
      const visit = { linkId: 'L1', kind: 'home', visitDay: '2026-11-22', needs: [] } as const;
      herField.addVisit({ ...visit, needs: [], risk: 'normal' });
    });

    expect(screen.getByText(/^正在上传 1 条。最早是今天 12:00 的。/)).toBeTruthy();
    await screen.findByText(/^1 条存在手机里，还没上传。最早是今天 12:00 的。那边没收下，会再传。/);
  });

  it('does not say that all is wiped where nothing could be sealed', () => {
    const nothing = { since: null, refused: [], notTaken: 0, sealed: 0, sealedRefused: 0 };
    const { rerender } = render(<PostOver waiting={{ ...nothing, count: 1 }} />);
    expect(screen.getByText(/有 1 条没法封存/)).toBeTruthy();
    expect(screen.queryByText(/已从这部手机清掉/)).toBeNull();
    rerender(<PostOver waiting={{ ...nothing, count: 0 }} />);
    expect(screen.getByText(/已从这部手机清掉/)).toBeTruthy();
  });

  it('asks which day it is when the clock was changed without a network', async () => {
    jest.setSystemTime(noon - 400 * 86_400_000);
    const { unmount } = open();
    await screen.findByText(/都传上去了/);
    unmount();
    act(() => phone.setOnline(false));
    jest.setSystemTime(noon + 86_400_000);
    act(() => herField.look());
    open();

    await screen.findByText('手机的时间变过。今天是哪一天？');
    fireEvent.click(screen.getByRole('radio', { name: /2026年.*11月23日/ }));

    expect(screen.queryByText('手机的时间变过。今天是哪一天？')).toBeNull();
  });

  it('opens by itself when there is room', async () => {
    open();

    await screen.findByText('名单');
    expect(screen.queryByText(/放不下/)).toBeNull();
  });
});
