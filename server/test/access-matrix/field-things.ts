import { linkEndpoints, type LinkMade } from '@niangjia/shared';
import type { GivenPerson } from '../given';
import { aGrid, aLink, aVisit, phoneOf } from '../visits';
import type { Aside, FieldKind, Make } from './making';
import type { Place } from './places';
import type { World } from './world';

/** Whose the grids of a place are, with all that is written down in them. */
export const keeperAt = (at: Place): string => `committee_member of ${at}`;

/** Who has nothing in her grids but what is handed over at once to the second. */
const firstKeeperAt = (at: Place): string => `part_time_vice_chair of ${at}`;
export const secondKeeperAt = (at: Place): string => `vice_chair of ${at}`;
/** The grid stays with the first until staff take it back. */
export const bothKeepersAt = (at: Place): string[] => [firstKeeperAt(at), secondKeeperAt(at)];

const grid: Make = async ({ t, federations }, at, _, of) => ({
  id: await aGrid(t, federations[at], [of]),
});

async function handOver(world: World, at: Place): Promise<void> {
  const [fromAccountId, toAccountId] = bothKeepersAt(at).map(
    (name) => world.person({ name }).accountId,
  );
  const handed = { fromAccountId, toAccountId };
  await world.t.http.post(linkEndpoints.handOver.path, handed, world.staffAt[at]);
}

const endByHer = ({ t }: World, { linkCode }: LinkMade) =>
  t.http.post(linkEndpoints.endByCode.path, { linkCode });

/** A link in a grid of its own, with the entry of the ledger that it makes and a visit, and what came of it. */
async function linked(...[world, at, state, of]: Parameters<Make>) {
  const isHanded = state === 'handed_over';
  const keeper: GivenPerson = isHanded ? world.person({ name: firstKeeperAt(at) }) : of;
  const { id: gridId } = await grid(world, at, state, keeper);
  const made = aLink(gridId);
  const visit = aVisit(made);
  await phoneOf(world.t, keeper).sync(made, visit);
  if (isHanded) await handOver(world, at);
  if (state === 'over') await endByHer(world, made);

  const both = isHanded ? bothKeepersAt(at) : keeperAt(at);
  const asides = {
    grid: { kind: 'grid', id: gridId, state: 'open', of: both },
    link: { kind: 'link', id: made.id, state, of: isHanded ? secondKeeperAt(at) : both },
    entry: { kind: 'entry', id: made.ledgerEntryId, state, of: both },
    visit: { kind: 'visit', id: visit.id, state, of: isHanded ? [] : both },
  } satisfies Record<string, Aside>;
  const allBut = (kind: FieldKind): Aside[] =>
    Object.values(asides).filter((one) => one.kind !== kind);
  return { made, visit, allBut };
}

const link: Make = async (...asked) => {
  const { made, allBut } = await linked(...asked);
  return { id: made.id, claimCode: made.linkCode, also: allBut('link') };
};

const entry: Make = async (...asked) => {
  const { made, allBut } = await linked(...asked);
  return { id: made.ledgerEntryId, also: allBut('entry') };
};

const visit: Make = async (...asked) => {
  const one = await linked(...asked);
  return { id: one.visit.id, also: one.allBut('visit') };
};

/** Taken into her own account; the link itself is that of the 执委. */
const keptLink: Make = async (world, at, state, of) => {
  const keeper = world.person({ name: keeperAt(at) });
  const ofKeeper = state === 'ended' ? 'over' : 'open';
  const { made, allBut } = await linked(world, at, 'open', keeper);
  await world.t.http.post('/links/claim/keep', { linkCode: made.linkCode }, of);
  if (state === 'ended') await endByHer(world, made);
  const also = allBut('keptLink').map((one) =>
    one.kind === 'grid' ? one : { ...one, state: ofKeeper },
  );
  return { id: made.id, also };
};

const holder: Make = async (world, at) => {
  const post = { kind: 'committee_member', at } as const;
  const twin = { name: keeperAt(at), session: 'live', posts: [post] } as const;
  return { id: (await world.twin(twin)).accountId };
};

export const fieldMakers: Record<FieldKind, Make> = { grid, link, entry, visit, keptLink, holder };
