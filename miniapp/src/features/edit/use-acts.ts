import { useState } from 'react';
import type { Fault } from '@/platform/refused';
import type { Send } from '@/platform/use-send';
import type { Faults } from './faults';
import { useRefused, useSaving, type Kept } from './use-saving';

interface Known extends Kept {
  id: string;
}

interface Acts<Draft, K, Move> {
  /** The newest that is known of it; undefined while it is new. */
  newest: K | undefined;
  create: Send<{ body: Draft }, K>;
  change: Send<{ params: { id: string }; body: Draft & Kept }, K>;
  move: Send<{ params: { id: string }; body: Move }, K>;
  faultsOf: (draft: Draft) => Faults;
  changedParts: (before: K, newest: K) => string[];
  onLearn: (known: K) => void;
  onConflict: () => void;
}

/** Something that is created, changed and moved from state to state; the fault is of the last act. */
export function useActs<Draft extends object, K extends Known, Move>(acts: Acts<Draft, K, Move>) {
  const { newest, create, change, move, onLearn, ...editing } = acts;
  const [moving, setMoving] = useState(false);
  const { save, hear, ...known } = useSaving<K | undefined, Draft>({
    ...editing,
    newest,
    keep: (draft, over) =>
      over
        ? change.send({ params: { id: over.id }, body: { ...draft, version: over.version } })
        : create.send({ body: draft }),
  });
  const saving = newest ? change : create;
  const fault: Fault | undefined = (moving ? move : saving).fault;
  useRefused(fault, hear);

  const learnt = (answer: K | undefined) => {
    if (answer) onLearn(answer);
    return answer;
  };
  const keep = async (draft: Draft) => {
    setMoving(false);
    return learnt(await save(draft));
  };
  const moveTo = async (id: string, body: Move) => {
    setMoving(true);
    return learnt(await move.send({ params: { id }, body }));
  };

  const busy = create.busy || change.busy || move.busy;
  return { ...known, keep, moveTo, busy, fault, moving };
}
