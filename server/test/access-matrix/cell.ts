import { apiBase, fillPath, type RefusalBody, refusals } from '@niangjia/shared';
import { type Caller, callers, fewCallers } from './callers';
import { expectedOf, likeOpen } from './expected';
import type { Planted } from './planted';
import type { Row, Target } from './row';
import type { World } from './world';

/** One crossing of the table: this caller asks this endpoint about this thing. */
export interface Cell {
  row: Row;
  caller: Caller;
  target?: Target;
}

export const cellsOf = (rows: readonly Row[], planted: Planted): Cell[] =>
  rows.flatMap((row) =>
    planted
      .targetsOf(row)
      .flatMap((target) =>
        withoutMostOfItsWays(callersOf(row).map((caller) => ({ row, caller, target }))),
      ),
  );

/**
 * Each act that is done wants a thing of its own. What differs from an open one only in who may is done in one
 * place by the first who may; all are refused who may not.
 */
function withoutMostOfItsWays(cells: Cell[]): Cell[] {
  const [{ row, target } = {}] = cells;
  if (isWhole || !row || !target || !likeOpen.includes(target.state)) return cells;
  if (row.endpoint.method === 'GET' || row.repeats) return cells;
  const done = cells.filter(isDone);
  const first = target.at === 'village' ? done[0] : undefined;
  return cells.filter((cell) => cell === first || !done.includes(cell));
}

const isWhole = process.env.PROVE === '1';

const callersOf = ({ slow }: Row): readonly Caller[] => (slow && !isWhole ? fewCallers : callers);

export const isDone = ({ row, caller, target }: Cell): boolean =>
  expectedOf(row, caller, target) === 'done';

export const changes = ({ row }: Cell): boolean => row.endpoint.method !== 'GET';

const nameOf = ({ row: { endpoint }, caller, target }: Cell): string =>
  `${caller.name}: ${endpoint.method} ${endpoint.path}` +
  (target ? ` of ${target.state} at ${target.at}` : '');

/** Asks, and answers what is different from the table; nothing when all is as it says. */
export async function differenceOf(
  cell: Cell,
  world: World,
  planted: Planted,
): Promise<string | undefined> {
  const expected = expectedOf(cell.row, cell.caller, cell.target);
  const { status, body } = await ask(await ready(cell, world, planted), world);

  const reply = body as Partial<RefusalBody>;
  const seen = status < 300 ? 'done' : JSON.stringify({ status, ...reply });
  const wanted =
    expected === 'done'
      ? 'done'
      : JSON.stringify({
          status: refusals[expected].status,
          code: expected,
          message: refusals[expected].message,
        });
  if (seen !== wanted) return `${nameOf(cell)} → ${seen}, not ${wanted}`;
  return wordsDifference(cell, JSON.stringify(body));
}

/** Whether the words are read by whom they are for, and by nobody else. */
function wordsDifference(cell: Cell, body: string): string | undefined {
  const { row, caller, target } = cell;
  if (!row.words || !target || !isDone(cell)) return undefined;
  const isRead = body.includes(JSON.stringify(row.words.text).slice(1, -1));
  if (isRead === row.words.lets(caller, target)) return undefined;
  return `${nameOf(cell)} → ${isRead ? 'is read' : 'is not read'}`;
}

interface Ready extends Cell {
  token: string | undefined;
}

/** What changes something gets a thing, and if need be a caller, of its own. */
async function ready(cell: Cell, world: World, planted: Planted): Promise<Ready> {
  const { row, caller, target } = cell;
  const acts = isDone(cell) && changes(cell);
  const isFresh = acts && target && row.on && !row.repeats && row.on.kind !== 'federation';
  const about = isFresh ? await planted.another(row.on!.kind, target) : target;
  const person = acts && row.spends ? await world.twin(caller) : world.person(caller);
  return { row, caller, target: about, token: person.token || undefined };
}

function ask({ row, target, token }: Ready, world: World) {
  const asked = row.ask?.(target as Target, world) ?? {};
  const query = asked.query ? `?${asked.query}` : '';
  const path = fillPath(row.endpoint.path, asked.params) + query;
  return world.t.http.send(row.endpoint.method, path, { token, body: asked.body });
}

export const routeName = ({ method, path }: { method: string; path: string }): string =>
  `${method} ${apiBase}${path}`;
