import { fillPath } from '@niangjia/shared';
import { encodeAfter, type KeysetValue } from '../../src/platform/http/keyset';
import { type Caller, callers } from './callers';
import { atTheDoor, expectedOf } from './expected';
import type { Planted } from './planted';
import type { Listed, Row, Target } from './row';
import type { World } from './world';

const mostPages = 200;

/** A list of its own, or of what it is asked about. */
export interface ListCell {
  row: Row & Required<Pick<Row, 'lists'>>;
  caller: Caller;
  about?: Target;
}

const hasList = (row: Row): row is ListCell['row'] => row.lists !== undefined;

/** Of what is alike the last one, on which something may hang. */
const unlike = (things: readonly Target[]): Target[] => [
  ...new Map(things.map((thing) => [`${thing.at} ${thing.state}`, thing])).values(),
];

export const listCellsOf = (rows: readonly Row[], planted: Planted): ListCell[] =>
  rows.filter(hasList).flatMap((row) =>
    callers.flatMap((caller): ListCell[] => {
      if (!row.on) return atTheDoor(row, caller) ? [] : [{ row, caller }];
      const { kind, states } = row.on;
      const abouts = planted.all(kind).filter(({ state }) => states.includes(state));
      return unlike(abouts)
        .filter((about) => expectedOf(row, caller, about) === 'done')
        .map((about) => ({ row, caller, about }));
    }),
  );

/** Every id of the list, page after page, in small pages so that their seams are tried too. */
async function idsOf({ row, caller, about }: ListCell, world: World): Promise<string[]> {
  const { endpoint, lists } = row;
  const { token } = world.person(caller);
  const path = fillPath(endpoint.path, about && { id: about.id });
  const pageAfter: PageAfter = async (after) => {
    const query = [lists.query, after && `after=${encodeURIComponent(after)}`].filter(Boolean);
    const asked = `${path}?${query.join('&')}`;
    const { status, body } = await world.t.http.get<Replied>(asked, { token: token || undefined });
    const items = body[lists.within ?? 'items'];
    const ids = items?.map((item) => (lists.by ? (lists.by(item) ?? '') : item.id));
    return { asked, status, ids, next: body.next };
  };
  const ids: string[] = [];
  let after = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { asked, status, ids: some, next } = await pageAfter(after);
    if (!some) throw new Error(`${asked}: ${status}`);
    ids.push(...some);
    if (!next) {
      if (after) await expectEnd(pageAfter, after);
      return ids;
    }
    after = next;
  }
  throw new Error(`${path} never ends`);
}

type PageAfter = (
  after: string,
) => Promise<{ asked: string; status: number; ids?: string[]; next?: string | null }>;

/** A place behind every row, as when those of the last page have gone meanwhile: nothing is there, or it is refused. */
async function expectEnd(pageAfter: PageAfter, after: string): Promise<void> {
  const values = JSON.parse(Buffer.from(after, 'base64url').toString()) as KeysetValue[];
  const outermost = (text: string, number: number) =>
    encodeAfter(values.map((value) => (typeof value === 'string' ? text : number)));
  // Whichever way the list goes.
  const ends = [outermost('~', Number.MAX_SAFE_INTEGER), outermost('', 0)];
  const pages = await Promise.all(ends.map(pageAfter));
  const isEnd = pages.some(({ ids, next }) => !ids?.length && !next);
  if (!isEnd || pages.some(({ status }) => status >= 500))
    throw new Error(`no end: ${pages.map(({ asked, status }) => `${asked}: ${status}`).join()}`);
}

type Replied = { items?: Listed[]; referrals?: Listed[]; next?: string | null };

/** What a caller's list shows too much or too little, against the planted things that she may see. */
export async function listDifference(
  cell: ListCell,
  world: World,
  planted: Planted,
): Promise<string[]> {
  const { row, caller, about } = cell;
  const { kind, lets, things = 'id' } = row.lists;
  const idOf = (thing: Target): string => thing[things] ?? '';
  const all = planted.all(kind);
  const names = new Map(all.map((thing) => [idOf(thing), `${thing.state} at ${thing.at}`]));
  const seen = await idsOf(cell, world);

  const may = all.filter((thing) => lets(caller, thing, about ?? thing));
  const wanted = [...new Set(may.map(idOf))];
  const where = about ? ` of ${about.state} at ${about.at}` : '';
  const say = (what: string, ids: string[]): string[] =>
    ids.map((id) => `${caller.name}: ${row.endpoint.path}${where} ${what} ${names.get(id) ?? id}`);
  return [
    ...say(
      'shows',
      seen.filter((id) => !wanted.includes(id)),
    ),
    ...say(
      'lacks',
      wanted.filter((id) => !seen.includes(id)),
    ),
    ...say(
      'repeats',
      seen.filter((id, place) => seen.indexOf(id) !== place),
    ),
  ];
}
