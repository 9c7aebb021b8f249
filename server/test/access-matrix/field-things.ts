import { aGrid, aLink, aVisit, phoneOf } from '../visits';
import type { FieldKind, Make } from './making';
import type { Place } from './places';

/** Whose the grids of a place are, with all that is written down in them. */
export const keeperAt = (at: Place): string => `committee_member of ${at}`;

const grid: Make = async ({ t, federations }, at, _, of) => ({
  id: await aGrid(t, federations[at], [of]),
});

/** A link in a grid of its own, with the entry of the ledger that it makes. */
const linked = async (...[world, at, state, of]: Parameters<Make>) => {
  const { id: gridId } = await grid(world, at, state, of);
  const made = aLink(gridId);
  await phoneOf(world.t, of).sync(made);
  const aside = { state: 'open', of: keeperAt(at) };
  return {
    made,
    grid: { kind: 'grid' as const, id: gridId, ...aside },
    link: { kind: 'link' as const, id: made.id, ...aside },
    entry: { kind: 'entry' as const, id: made.ledgerEntryId, ...aside },
  };
};

const link: Make = async (...asked) => {
  const { made, grid: its, entry: hers } = await linked(...asked);
  return { id: made.id, claimCode: made.linkCode, also: [its, hers] };
};

const entry: Make = async (...asked) => {
  const { made, grid: its, link: one } = await linked(...asked);
  return { id: made.ledgerEntryId, also: [its, one] };
};

const visit: Make = async (...asked) => {
  const { made, grid: its, link: one, entry: hers } = await linked(...asked);
  const [world, , , of] = asked;
  const fact = aVisit(made);
  await phoneOf(world.t, of).sync(fact);
  return { id: fact.id, also: [its, one, hers] };
};

/** Taken into her own account; the link itself is that of the 执委. */
const keptLink: Make = async (world, at, state, of) => {
  const keeper = world.person({ name: keeperAt(at) });
  const { made, grid: its, link: one, entry: hers } = await linked(world, at, state, keeper);
  await world.t.http.post('/links/claim/keep', { linkCode: made.linkCode }, of);
  return { id: made.id, also: [its, one, hers] };
};

const holder: Make = async (world, at) => {
  const post = { kind: 'committee_member', at } as const;
  const twin = { name: keeperAt(at), session: 'live', posts: [post] } as const;
  return { id: (await world.twin(twin)).accountId };
};

export const fieldMakers: Record<FieldKind, Make> = { grid, link, entry, visit, keptLink, holder };
