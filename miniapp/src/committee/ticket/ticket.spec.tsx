import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import DigitsPage from '../digits';
import TicketPage from '.';

const need = { id: 'N1', kind: 'labour_rights' as const, text: '三个月没发工资' };
const visit = aVisit({ risk: 'high', needs: [need] });
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const shown = () => screen.getByRole('img', { name: /^(\d ?){4}，/ }).getAttribute('aria-label');
const digitsShown = () => String(shown()).replace(/\D/g, '');

async function open() {
  phone.pageQuery = { visitId: 'V1', needId: 'N1' };
  const page = render(<TicketPage />);
  await screen.findByText('三个月没发工资');
  return page;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('a need becomes a ticket', () => {
  it('only with her yes, with the visit and without her name', async () => {
    const service = aFieldService([aWoman()], [visit]);
    await open();
    expect(screen.getByText(/高风险/)).toBeTruthy();

    tap('转求助');
    expect(screen.getByText('! 她同意了才能转。')).toBeTruthy();
    tap('她同意了', 'checkbox');
    tap('转求助');
    await waitFor(() => expect(service.facts).toHaveLength(1));

    const [fact] = service.facts;
    expect(fact).toMatchObject({ type: 'ticket_asked', visitId: 'V1', needId: 'N1', agreed: true });
    expect(fact).toMatchObject({ claimCode: digitsShown() });
    expect(fact).toMatchObject({
      need: { kind: 'labour_rights', text: '三个月没发工资', risk: 'high' },
    });
    expect(JSON.stringify(fact)).not.toContain('许春花');
  });

  it('shows the digits again when the app was closed before she had copied them', async () => {
    aFieldService([aWoman()], [visit]);
    const { unmount } = await open();
    tap('她同意了', 'checkbox');
    tap('转求助');
    const digits = digitsShown();
    unmount();
    expect(JSON.stringify([...phone.storage])).not.toContain(digits);

    const again = render(<DigitsPage />);
    await screen.findByRole('button', { name: '她抄好了' });
    expect(digitsShown()).toBe(digits);
    tap('她抄好了');
    expect(screen.getByText('没有要抄的数字了。')).toBeTruthy();
    again.unmount();
    render(<DigitsPage />);
    await screen.findByText('没有要抄的数字了。');
  });

  it('passes over the village when she wishes so', async () => {
    const service = aFieldService([aWoman()], [visit]);
    await open();

    tap('她同意了', 'checkbox');
    tap('不要让村里知道', 'checkbox');
    tap('转求助');

    await waitFor(() => expect(service.facts).toMatchObject([{ notVillage: true }]));
  });

  it('takes her number only when it can be called', async () => {
    const service = aFieldService([aWoman()], [visit]);
    await open();

    tap('她同意了', 'checkbox');
    const box = screen.getByRole('textbox', { name: '她的电话，选填' });
    fireEvent.change(box, { target: { value: '二婶家' } });
    tap('转求助');
    expect(screen.getByRole('alert').textContent).toMatch(/电话不对/);
    fireEvent.change(box, { target: { value: '13800000009' } });
    tap('转求助');

    await waitFor(() => expect(service.facts).toMatchObject([{ phone: '13800000009' }]));
  });
});
