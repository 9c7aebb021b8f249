import { addDays, dayOf } from '@niangjia/shared';
import type { DataSource } from 'typeorm';
import { CaseTicketMessage } from '../../src/case-ticket';
import { DeadlineExtensionRow, DeadlineRow } from '../../src/deadline';
import { anIdempotencyKey } from '../case-tickets';
import { aPerson } from '../given';
import { aTree } from '../trees';
import { brokenInvariants } from './invariants';
import { Killing } from './killing';

let divisionCode: string;
let clerk: string;
let chair: string;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const tree = await aTree(t);
    divisionCode = tree.codes.town;
    clerk = (await aPerson(t, [{ in: tree.town, kind: 'staff' }])).token;
    chair = (await aPerson(t, [{ in: tree.town, kind: 'chair' }])).token;
  });
});
afterAll(() => killing.end());

const send = (path: string, body: object, token = clerk, key = anIdempotencyKey()) =>
  killing.victim.post(path, body, { authorization: `Bearer ${token}`, 'idempotency-key': key });

async function anAccepted(): Promise<string> {
  const asked = await killing.victim.post(
    '/case-tickets',
    { kind: 'hardship', text: '米没有了', divisionCode },
    { 'idempotency-key': anIdempotencyKey() },
  );
  const id = String(asked?.body.id);
  await send(`/desk/case-tickets/${id}/moves`, { to: 'accepted' });
  return id;
}
const extension = (id: string) =>
  `/desk/case-tickets/${id}/deadlines/petition_settlement/extension`;

/** An approval is whole: the day has moved by just its days, and she can read it. */
async function broken(dataSource: DataSource): Promise<string[]> {
  const { manager } = dataSource;
  const extensions = await manager.find(DeadlineExtensionRow);
  const found = await Promise.all(
    extensions.map(async ({ subjectId, rule, state, days, originalDueDay }) => {
      const clock = await manager.findOneBy(DeadlineRow, { subjectId, rule });
      const told = await manager.countBy(CaseTicketMessage, {
        ticketId: subjectId,
        fromHer: false,
      });
      const moved = state === 'approved' ? days : 0;
      const isWhole =
        clock?.dueDay === addDays(originalDueDay, moved) && told === (moved > 0 ? 1 : 0);
      return isWhole ? [] : [`${subjectId}: half an extension`];
    }),
  );
  return [...(await brokenInvariants(dataSource)), ...found.flat()];
}

describe('the server, killed at each point where it writes', () => {
  it('keeps an approved extension whole, once, and acknowledged', async () => {
    let id = '';
    const killed = await killing.atEach({
      prepare: async () => {
        id = await anAccepted();
        await send(extension(id), { days: 20, reason: '要等鉴定结果' });
        return () => send(`${extension(id)}/decision`, { approve: true }, chair);
      },
      broken,
      check: async (again, first) => {
        // What was done already is not done a second time.
        expect([200, 409]).toContain(again?.status);
        if (first) expect(again?.body.code).toBe('extension_not_asked');
        const clock = await killing.withDatabase(({ manager }) =>
          manager.findOneBy(DeadlineRow, { subjectId: id, rule: 'petition_settlement' }),
        );
        expect(clock?.dueDay).toBe(addDays(dayOf(clock?.startedAt ?? 0), 80));
      },
    });
    killing.say(`extending: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
