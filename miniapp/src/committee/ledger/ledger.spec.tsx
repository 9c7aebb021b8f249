import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { sentTo } from '../../../test/desk';
import { aLedgerEntry } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import LedgerPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const opening = { field: 'health', who: '示例·陈秀英', at: '2026-11-22T12:00:00+08:00' };

async function open() {
  const service = aFieldService([]);
  service.others = {
    'GET /ledger': { items: [aLedgerEntry()], next: null },
    'GET /ledger/E1/openings': { items: [], next: null },
    'POST /ledger/E1/openings': { field: 'health', text: '腰不好' },
    'POST /ledger/E1/fields': aLedgerEntry({ holds: ['health', 'hardship'] }),
  };
  render(<LedgerPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^示例·许春花/ }));
  await screen.findByText('还没有人点开看过。');
  return service;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('the ledger', () => {
  it('opens one field at a time, says that it is logged, and keeps nothing on the phone', async () => {
    const service = await open();
    expect(screen.getByText(/看一次记一次/)).toBeTruthy();
    service.others['GET /ledger/E1/openings'] = { items: [opening], next: null };

    tap('打开身体情况，会记下来');
    await screen.findByText('腰不好');

    await screen.findByText('周日 11月22日 中午12点，示例·陈秀英看了身体情况');
    expect(sentTo('POST', '/ledger/E1/openings')).toEqual([{ field: 'health' }]);
    expect(JSON.stringify([...phone.storage])).not.toContain('腰不好');
    expect(JSON.stringify([...phone.storage])).not.toContain('许春花');
  });

  it('writes a field only with her yes to it', async () => {
    await open();

    tap('写生活困难');
    fireEvent.change(screen.getByRole('textbox', { name: '生活困难' }), {
      target: { value: '房租' },
    });
    tap('保存');
    expect(screen.getByText('! 她同意了才能记。')).toBeTruthy();
    tap('她同意记这一项', 'checkbox');
    tap('保存');
    await screen.findByRole('button', { name: '打开生活困难，会记下来' });

    expect(sentTo('POST', '/ledger/E1/fields')).toEqual([
      { field: 'hardship', text: '房租', agreed: true },
    ]);
  });

  it('puts whoever is not on the list there, by the same questions as anybody', async () => {
    await open();
    tap('加联系户');

    await waitFor(() => expect(phone.visited).toEqual(['/committee/link/index']));
  });
});
