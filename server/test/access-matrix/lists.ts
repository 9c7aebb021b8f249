import type { Page } from '@niangjia/shared';
import type { Caller } from './callers';
import { atTheDoor } from './expected';
import type { Planted } from './planted';
import type { Row } from './row';
import type { World } from './world';

type Listed = Partial<Page<{ id: string; accountId: string }>>;
const mostPages = 200;

/** Every id of the list, page after page, in small pages so that their seams are tried too. */
async function idsOf({ endpoint, lists }: Row, token: string | undefined, world: World) {
  const ids: string[] = [];
  let after = '';
  for (let page = 0; page < mostPages; page += 1) {
    const query = [lists?.query, after].filter(Boolean).join('&');
    const path = `${endpoint.path}?${query}`;
    const { body } = await world.t.http.get<Listed>(path, { token });
    if (!body.items) throw new Error(`${path}: ${JSON.stringify(body)}`);
    ids.push(...body.items.map((item) => item[lists?.by ?? 'id']));
    if (!body.next) return ids;
    after = `after=${encodeURIComponent(body.next)}`;
  }
  throw new Error(`${endpoint.path} never ends`);
}

/** What a caller's list shows too much or too little, against the planted things that she may see. */
export async function listDifference(
  row: Row,
  caller: Caller,
  world: World,
  planted: Planted,
): Promise<string[]> {
  if (!row.lists || atTheDoor(row, caller)) return [];
  const { kind, lets } = row.lists;
  const may = planted.all(kind).filter((thing) => lets(caller, thing));
  const names = new Map(planted.all(kind).map((t) => [t.id, `${t.state} at ${t.at}`]));
  const seen = await idsOf(row, world.person(caller).token || undefined, world);

  const wanted = may.map(({ id }) => id);
  const say = (what: string, ids: string[]): string[] =>
    ids.map((id) => `${caller.name}: ${row.endpoint.path} ${what} ${names.get(id) ?? id}`);
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
      seen.filter((id, at) => seen.indexOf(id) !== at),
    ),
  ];
}
