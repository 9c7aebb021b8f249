import { randomBytes } from 'node:crypto';
import type {
  AskedForHelp,
  ClaimedTicket,
  DeskTicket,
  DeskTicketRow,
  Page,
  RefusalBody,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson } from '../../test/given';

describe('asking for help without an account', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  it('lies on the desk, is answered, and is read with the claim code', async () => {
    const town = await aFederation(t, {
      name: '霞美镇妇联',
      level: 'town',
      divisionCode: '350583103',
    });
    const { token } = await aPerson(t, [{ in: town, kind: 'staff' }], '示例·林小梅');

    const asked = await t.http.post<AskedForHelp>('/case-tickets', {
      kind: 'domestic_violence',
      text: '他又打我了😢\n我想离开',
      divisionCode: '350583103',
    });
    expect(asked.status).toBe(201);
    expect(asked.body.claimCode).toMatch(/^\d{20}$/);

    const desk = await t.http.get<Page<DeskTicketRow>>('/desk/case-tickets', { token });
    expect(desk.body.items.map(({ id }) => id)).toEqual([asked.body.id]);

    const path = `/desk/case-tickets/${asked.body.id}`;
    const answered = await t.http.post<DeskTicket>(
      `${path}/messages`,
      { text: '我们在' },
      { token },
    );
    expect(answered.body).toMatchObject({ state: 'answered' });

    const { claimCode } = asked.body;
    const claimed = await t.http.post<ClaimedTicket>('/case-tickets/claim', { claimCode });
    expect(claimed.body).toMatchObject({ state: 'answered', federationName: '霞美镇妇联' });
    expect(claimed.body.messages.map(({ text }) => text)).toEqual([
      '他又打我了😢\n我想离开',
      '我们在',
    ]);
  });
});
