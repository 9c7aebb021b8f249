import { Text } from '@tarojs/components';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { refuses, says } from '../../test/desk';
import { aFieldService, anExecutiveMemberSignsIn } from '../../test/field-service';
import { phone } from '../../test/stand-ins/taro';
import { herField } from '@/features/visit/her-field';
import { FieldPage } from './field-page';

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
