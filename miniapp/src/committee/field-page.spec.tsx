import { Text } from '@tarojs/components';
import { act, render, screen } from '@testing-library/react';
import { aFieldService, anExecutiveMemberSignsIn } from '../../test/field-service';
import { phone } from '../../test/stand-ins/taro';
import { FieldPage } from './field-page';

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

  it('opens by itself when there is room', async () => {
    open();

    await screen.findByText('名单');
    expect(screen.queryByText(/放不下/)).toBeNull();
  });
});
