import { useEffect, useRef, useState } from 'react';
import { refusals } from '@niangjia/shared';
import { Refused, type Fault } from '@/platform/refused';
import { showPart } from '@/platform/show-part';
import { summaryId } from './fault-summary';
import type { Faults } from './faults';

export interface Kept {
  version: number;
}

interface Editing<K extends Kept | undefined, Written> {
  /** The newest that the page knows of it; undefined while it is only being written. */
  newest: K;
  faultsOf: (written: Written) => Faults;
  /** In words, what differs between two versions. */
  changedParts: (before: NonNullable<K>, newest: NonNullable<K>) => string[];
  /** Sends what was written against a version. */
  keep: (written: Written, over: K) => Promise<NonNullable<K> | undefined>;
  /** Reads the newest after somebody else was faster. */
  onConflict: () => void;
}

const isConflict = ({ code }: Refused): boolean => refusals[code].status === 409;

/** Runs once for each refusal. */
export function useRefused(fault: Fault | undefined, act: (refused: Refused) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (fault instanceof Refused) latest.current(fault);
  }, [fault]);
}

/**
 * Saves the whole of something against the version that was read. `before` is that version: `newest`
 * is ahead of it while somebody else's change waits for a decision.
 */
export function useSaving<K extends Kept | undefined, Written>(editing: Editing<K, Written>) {
  const { newest, faultsOf, changedParts, keep, onConflict } = editing;
  const [before, setBefore] = useState(newest);
  const [faults, setFaults] = useState<Faults>({});
  const [saved, setSaved] = useState(false);
  const overtaken = before && newest && newest.version > before.version;
  const changed = overtaken ? changedParts(before, newest) : [];

  useEffect(() => {
    if (Object.keys(faults).length > 0) showPart(summaryId);
  }, [faults]);

  const hear = (refused: Refused) => {
    if (isConflict(refused)) onConflict();
    setFaults(refused.fields);
  };

  const save = async (written: Written): Promise<NonNullable<K> | undefined> => {
    const found = faultsOf(written);
    setFaults(found);
    setSaved(false);
    if (Object.keys(found).length > 0) return undefined;

    const kept = await keep(written, overtaken ? newest : before);
    if (!kept) return undefined;
    setBefore(kept);
    setSaved(true);
    return kept;
  };

  return { save, hear, faults, before, saved, changed };
}
