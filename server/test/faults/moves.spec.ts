import { anActivity } from '../activities';
import { aFederation, aPerson } from '../given';
import { brokenTree } from '../tree';
import { aTree, type Tree } from '../trees';
import { FederationMoveRow, FederationRow } from '../../src/federation';
import { Killing } from './killing';

let tree: Tree;
let token: string;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    tree = await aTree(t);
    await aFederation(t, { parent: tree.village, level: 'unit' });
    await anActivity(t, tree.village);
    token = (await aPerson(t, [{ in: tree.county, kind: 'chair' }])).token;
    await aPerson(t, [{ in: tree.village, kind: 'staff' }]);
  });
});
afterAll(() => killing.end());

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('the server, killed at each point of a move', () => {
  it('has moved the whole branch or nothing of it, once', async () => {
    let moves = 0;
    const killed = await killing.atEach({
      prepare: async () => {
        const { parentId } = await killing.withDatabase(({ manager }) =>
          manager.findOneByOrFail(FederationRow, { id: tree.village.id }),
        );
        const toParentId = parentId === tree.town.id ? tree.otherTown.id : tree.town.id;
        const body = { toParentId, movedOn: '2026-03-01', reason: '区划调整' };
        return (key) =>
          killing.victim.post(`/desk/federations/${tree.village.id}/moves`, body, {
            authorization: `Bearer ${token}`,
            'idempotency-key': key,
          });
      },
      broken: (dataSource) => brokenTree(dataSource, today),
      check: async (again) => {
        moves += 1;
        expect(again?.status).toBe(201);
        const kept = await killing.withDatabase(({ manager }) => manager.count(FederationMoveRow));
        expect(kept).toBe(moves);
      },
    });
    killing.say(`moving: ${killed} kills, ${moves} moves, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
