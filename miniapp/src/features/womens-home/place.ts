import { useSyncExternalStore } from 'react';
import type { Point } from '@niangjia/shared';
import { whereSheIs } from '@/platform/location';
import type { Position } from '@/platform/position';
import { keep, stored } from '@/platform/storage';

/** A town or village she picked; kept on her phone. */
export interface Town {
  code: string;
  name: string;
}

/** Where to look for homes. A position is never kept: it lives as long as the mini-program is open. */
export type Place =
  { kind: 'unknown' } | { kind: 'here'; point: Point } | { kind: 'town'; town: Town };

const key = 'town';
const watchers = new Set<() => void>();
let place: Place | undefined;

function knownPlace(): Place {
  place ??= remembered();
  return place;
}

function remembered(): Place {
  const town = stored<Town>(key);
  return town ? { kind: 'town', town } : { kind: 'unknown' };
}

function moveTo(next: Place): void {
  place = next;
  watchers.forEach((watcher) => watcher());
}

export function chooseTown({ code, name }: Town): void {
  keep(key, { code, name });
  moveTo({ kind: 'town', town: { code, name } });
}

/** Asks for her position: only ever called by her tap. */
export async function chooseMyPosition(): Promise<Position['kind']> {
  const position = await whereSheIs();
  if (position.kind === 'here') moveTo({ kind: 'here', point: position.point });
  return position.kind;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const usePlace = (): Place => useSyncExternalStore(watch, knownPlace);

/** The town she picked last, also while homes are shown around her position. */
export const chosenTown = (): Town | undefined => stored<Town>(key);
