import { act, fireEvent, render, screen } from '@testing-library/react';
import { Listen } from './listen';

class Words {
  onend?: () => void;
  onerror?: (event: { error: string }) => void;
  constructor(readonly text: string) {}
}

const spoken: Words[] = [];
const cancel = jest.fn();
let voices: { lang: string }[];
const listen = () => fireEvent.click(screen.getByRole('button', { name: /听/ }));

beforeEach(() => {
  spoken.length = 0;
  voices = [{ lang: 'zh-CN' }];
  const speak = (words: Words) => void spoken.push(words);
  Object.assign(window, {
    SpeechSynthesisUtterance: Words,
    speechSynthesis: { getVoices: () => voices, speak, cancel },
  });
});
afterEach(() => Reflect.deleteProperty(window, 'speechSynthesis'));

const text = <Listen text="带围裙来。" about="包粽子" />;

describe('听一听', () => {
  it('reads only after a tap, and falls silent by another and when she leaves the page', () => {
    const { unmount } = render(text);
    expect(spoken).toHaveLength(0);

    listen();
    expect(spoken.map((words) => words.text)).toEqual(['带围裙来。']);
    listen();
    expect(screen.getByText('听一听')).toBeTruthy();

    cancel.mockClear();
    unmount();
    expect(cancel).toHaveBeenCalled();
  });

  it('is not there without a Chinese voice, and says so when the voice fails', () => {
    voices = [{ lang: 'en-US' }];
    const { unmount } = render(text);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();

    voices = [{ lang: 'zh-CN' }];
    render(text);
    listen();
    act(() => spoken[0]?.onerror?.({ error: 'synthesis-failed' }));
    expect(screen.getByText('现在念不出来。可以打电话问。')).toBeTruthy();
  });

  it('stands on short texts in 长辈版 only', () => {
    render(<Listen elderOnly text="带围裙来。" about="包粽子" />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
