import { act, fireEvent, render, screen } from '@testing-library/react';
import { endpoint } from '@niangjia/shared';
import { phone, wechatFault } from '../../test/stand-ins/taro';
import { chooseTextSize } from '@/platform/text-size';
import { clearAll } from '@/platform/leaving';
import { draftKey, keep, stored } from '@/platform/storage';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { Button } from './button';
import { Cell } from './cell';
import { Choice, Choices } from './choice';
import { Field } from './field';
import { PageState } from './page-state';
import { Screen } from './screen';
import { Sheet } from './sheet';

const list = endpoint<{ reply: { items: string[] } }>()('GET', '/things');
const ask = endpoint<{ body: { text: string }; reply: { id: string } }>()('POST', '/things');

beforeEach(() => {
  phone.reset();
  chooseTextSize('standard');
});

describe('a button', () => {
  it('says below why it cannot be tapped, and does not act', () => {
    const onTap = jest.fn();
    render(
      <Button whyNot="名额满了。" onTap={onTap}>
        我要报名
      </Button>,
    );

    const button = screen.getByRole('button', { name: '我要报名，名额满了。' });
    fireEvent.click(button);

    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('名额满了。')).toBeTruthy();
    expect(onTap).not.toHaveBeenCalled();
  });
});

describe('a field', () => {
  it('has a name beside its placeholder and links its error', () => {
    render(
      <Field label="联系电话" error="手机号是 11 位。" placeholder="11 位" onText={() => {}} />,
    );

    const box = screen.getByRole('textbox', { name: '联系电话' });
    const alert = screen.getByRole('alert');

    expect(box.getAttribute('aria-describedby')).toBe(alert.id);
    expect(alert.textContent).toContain('手机号是 11 位。');
  });

  it('counts characters as she sees them and never cuts', () => {
    const heard: string[] = [];
    render(<Field label="说说情况" lines={3} max={3} onText={(text) => heard.push(text)} />);

    fireEvent.change(screen.getByRole('textbox'), { target: { value: '好🌺好好' } });

    expect(screen.getByText('4 / 3 字')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('多了 1 个字');
    expect(heard).toEqual(['好🌺好好']);
  });
});

describe('a choice', () => {
  const options = [
    { value: 'a', label: '甲' },
    { value: 'b', label: '乙' },
  ] as const;

  it('says which one is chosen', () => {
    render(<Choice label="选一个" options={options} chosen="b" onChoose={() => {}} />);

    expect(screen.getByRole('radiogroup', { name: '选一个' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '乙' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('radio', { name: '甲' }).getAttribute('aria-checked')).toBe('false');
  });

  it('adds and takes away where several may be chosen', () => {
    const onChoose = jest.fn();
    render(<Choices label="选几个" options={options} chosen={['a']} onChoose={onChoose} />);

    fireEvent.click(screen.getByRole('checkbox', { name: '乙' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '甲' }));

    expect(onChoose.mock.calls).toEqual([[['a', 'b']], [[]]]);
  });
});

describe('a sheet', () => {
  it('takes the focus, closes on Escape and gives the focus back', () => {
    render(<button>外面</button>);
    screen.getByText('外面').focus();
    const onClose = jest.fn();
    const { unmount } = render(
      <Sheet title="选街道" onClose={onClose}>
        <Button onTap={() => {}}>霞美镇</Button>
      </Sheet>,
    );

    const dialog = screen.getByRole('dialog', { name: '选街道' });
    const page = dialog.ownerDocument;
    expect(dialog.contains(page.activeElement)).toBe(true);
    fireEvent.keyDown(dialog, { key: 'Escape' });
    unmount();

    expect(onClose).toHaveBeenCalledTimes(1);
    expect(page.activeElement).toBe(screen.getByText('外面'));
  });
});

describe('a screen', () => {
  it('grows with the text size she chose', () => {
    const { container } = render(<Screen>字</Screen>);
    act(() => chooseTextSize('elder'));

    const root = container.firstElementChild as HTMLElement;
    expect(root.style.getPropertyValue('--k')).toBe('1.3');
    expect(root.className).toContain('screen--elder');
  });

  it('offers quick exit first on help pages only', () => {
    render(<Screen>平常</Screen>);
    expect(screen.queryByRole('button', { name: '快速离开' })).toBeNull();

    const { container } = render(
      <Screen help>
        <Button onTap={() => {}}>发送</Button>
      </Screen>,
    );
    expect(container.querySelector('button')?.textContent).toBe('快速离开');
  });

  it('is empty the moment she leaves, and so are her drafts', () => {
    keep(draftKey('ask'), '他打我');
    keep('text-size', 'elder');
    const { container } = render(<Screen help>他打我</Screen>);

    act(clearAll);

    expect(container.textContent).toBe('');
    expect([...phone.storage.keys()]).toContain('text-size');
    expect(stored(draftKey('ask'))).toBeUndefined();
  });
});

describe('a page that asks', () => {
  function Things() {
    const things = useQuery(list, {});
    return <PageState query={things}>{({ items }) => <p>{items.join('、')}</p>}</PageState>;
  }

  it('shows the sentence of a failure and asks again', async () => {
    phone.answer = () => Promise.reject(wechatFault('request:fail '));
    render(<Things />);
    const again = await screen.findByRole('button', { name: '再试一次' });
    expect(screen.getByText(/没有网络/)).toBeTruthy();

    phone.answer = async () => ({ statusCode: 200, data: { items: ['甲', '乙'] } });
    fireEvent.click(again);

    expect(await screen.findByText('甲、乙')).toBeTruthy();
    expect(screen.queryByText(/没有网络/)).toBeNull();
  });
});

describe('something sent', () => {
  it('keeps its key until an answer came, and takes a new one for other words', async () => {
    phone.answer = () => Promise.reject(wechatFault('request:fail timeout'));
    let send: (text: string) => Promise<unknown> = async () => undefined;
    function Asking() {
      const asking = useSend(ask);
      send = (text) => asking.send({ body: { text } });
      return null;
    }
    render(<Asking />);

    await act(() => send('一'));
    phone.answer = async () => ({ statusCode: 201, data: { id: '1' } });
    await act(() => send('一'));
    await act(() => send('一'));
    await act(() => send('二'));

    const keys = phone.asked.map(({ header }) => header['Idempotency-Key']);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('goes out once however often she taps', async () => {
    let send = async (): Promise<unknown> => undefined;
    function Asking() {
      const asking = useSend(ask);
      send = () => asking.send({ body: { text: '一' } });
      return null;
    }
    render(<Asking />);

    await act(() => Promise.all([send(), send(), send()]));

    expect(phone.asked).toHaveLength(1);
  });

  it('says after three seconds that it is slow, and no longer once it came', () => {
    jest.useFakeTimers();
    const words = '网络有点慢，还在提交，别急。';
    const page = render(
      <Button busy onTap={() => undefined}>
        送出
      </Button>,
    );

    act(() => jest.advanceTimersByTime(2999));
    expect(screen.queryByText(words)).toBeNull();
    act(() => jest.advanceTimersByTime(1));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '取消提交' })).toBeNull();
    page.rerender(<Button onTap={() => undefined}>送出</Button>);
    expect(screen.queryByText(words)).toBeNull();
    jest.useRealTimers();
  });
});

describe('a row that opens something', () => {
  it('says two facts of the same words twice, and no more often when another one comes', () => {
    const row = (...facts: string[]) => <Cell title="霞美村妇联" facts={facts} onTap={jest.fn()} />;
    const hint = '示例·陈秀英的联系户差3名';
    const { rerender } = render(row(hint, hint));

    rerender(row('执委 6 人', hint, hint));

    expect(screen.getAllByText(hint)).toHaveLength(2);
  });
});
