import type { Escalation, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aDesk, aTicket } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import type { GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { ClockWatch } from './clock-watch.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:40+08:00');
  tree = await aTree(t);
});
afterEach(async () => expect(await brokenInvariants(t.dataSource)).toEqual([]));

const at = async (where: GivenPost['in'], kind: GivenPost['kind'] = 'staff') => {
  const desk = await aDesk(t, '林小梅', { in: where, kind });
  const missed = async () =>
    (await t.http.get<Page<Escalation>>('/desk/escalations', desk)).body.items.map(
      ({ ticket }) => ticket.id,
    );
  const told = async () => (await desk.inbox()).map(({ kind }) => kind);
  return { ...desk, missed, told };
};
/** Of the village, and nobody there did anything for two months. */
async function missedInVillage(): Promise<string> {
  const before = await at(tree.village);
  const { id } = await aTicket(t, { divisionCode: tree.codes.village });
  await before.move(id, 'accepted');
  t.clock.pass({ days: 66 });
  await t.app.get(ClockWatch).look();
  return id;
}

describe('a duty that was missed', () => {
  it('goes along when the ticket is handed to another desk', async () => {
    await at(tree.town);
    const id = await missedInVillage();
    const [village, town, other, county] = [
      await at(tree.village),
      await at(tree.town),
      await at(tree.otherTown),
      await at(tree.county),
    ];
    expect(await town.missed()).toEqual([id]);

    const body = { version: 2, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    await village.act(id, 'hand-over', body);
    await t.http.post(`/desk/hand-overs/${id}/decision`, { version: 3, accept: true }, other);

    expect(await town.missed()).toEqual([]);
    expect(await county.missed()).toEqual([id]);
    expect(await county.told()).toEqual(['deadline_escalated']);
  });

  it('goes along when the branch moves', async () => {
    await at(tree.town);
    const id = await missedInVillage();
    const [town, other, chair] = [
      await at(tree.town),
      await at(tree.otherTown),
      await at(tree.county, 'chair'),
    ];

    expect(await town.missed()).toEqual([id]);
    const move = { toParentId: tree.otherTown.id, movedOn: '2027-01-30', reason: '区划调整' };
    const path = `/desk/federations/${tree.village.id}/moves`;
    expect((await t.http.post(path, move, chair)).status).toBeLessThan(300);

    expect(await town.missed()).toEqual([]);
    expect(await other.missed()).toEqual([id]);
    expect(await other.told()).toEqual(['deadline_escalated']);
  });

  it('passes over a federation where it is there for nobody, also one that has it already', async () => {
    const [before, only] = [await at(tree.town), await at(tree.town, 'chair')];
    const first = await missedInVillage();
    const { id } = await aTicket(t, { divisionCode: tree.codes.village });
    const village = await at(tree.village);
    await village.move(id, 'accepted');
    const county = await at(tree.county, 'chair');
    const people = [before, only];
    expect(await (await at(tree.county)).missed()).toEqual([]);
    const bar = (ticketId: string) =>
      Promise.all(
        people.map(({ accountId }) =>
          county.act(ticketId, 'bars', { accountId, reason: '是当事人的亲属' }),
        ),
      );
    await bar(first);
    expect(await county.missed()).toEqual([first]);

    await bar(id);
    t.clock.pass({ days: 66 });
    await t.app.get(ClockWatch).look();

    const later = await at(tree.county);
    expect((await later.missed()).sort()).toEqual([first, id].sort());
  });
});
