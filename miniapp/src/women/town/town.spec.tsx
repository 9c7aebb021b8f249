import { act, fireEvent, render, screen } from '@testing-library/react';
import { answers } from '../../../test/answers';
import { refuses, says } from '../../../test/desk';
import { theHome, town } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import TownPage from './index';

const village = { ...town, code: '350583117200', name: '金淘村委会', level: 'village' };
const found = (part: object) => says({ divisions: [], homes: [], meant: [], ...part });

async function search(words: string, answer: ReturnType<typeof found>): Promise<void> {
  phone.answer = async ({ url }) => {
    if (url.startsWith('/api/v1/places')) return answer;
    const known = answers[url.replace('/api/v1', '').replace(/\?.*/, '')];
    return known ? says(known) : refuses('not_found');
  };
  render(<TownPage />);
  fireEvent.input(screen.getByLabelText('搜乡镇、村、社区'), { target: { value: words } });
  await act(() => jest.advanceTimersByTimeAsync(400));
}

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
});
afterEach(() => jest.useRealTimers());

describe('searching a place', () => {
  it('asks the service once she has paused, and shows places with their town, and homes', async () => {
    await search(
      'jintao',
      found({ divisions: [{ ...village, parentName: '金淘镇' }], homes: [theHome] }),
    );

    expect(phone.asked.map(({ url }) => url)).toContain('/api/v1/places?words=jintao');
    expect(screen.getByText('金淘镇')).toBeTruthy();
    fireEvent.click(screen.getByText(theHome.name));
    expect(phone.visited).toEqual([`/women/womens-home/index?id=${theHome.id}`]);
  });

  it('offers the nearest spelling, all towns and the phone when nothing is found', async () => {
    await search('金桃', found({ meant: [{ ...village, parentName: '金淘镇' }] }));

    expect(screen.getByText('没找到「金桃」。是不是找：金淘村委会？')).toBeTruthy();
    expect(screen.getByText(town.name)).toBeTruthy();
    expect(screen.getByText(/12338/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看金淘村委会' }));
    expect(phone.storage.get('town')).toMatchObject({ name: '金淘村委会' });
  });

  it('says what to do when nothing is like it', async () => {
    await search('zzz', found({}));

    expect(screen.getByText('没找到「zzz」。换个字，或从下面的乡镇里选。')).toBeTruthy();
    expect(screen.getByText(town.name)).toBeTruthy();
  });
});
