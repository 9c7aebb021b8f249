import { useEffect, useState } from 'react';
import { womensHomeEndpoints, type DeskWomensHome } from '@niangjia/shared';
import { Refused } from '@/platform/refused';
import { showPart } from '@/platform/show-part';
import { useSend } from '@/platform/use-send';
import type { HomeDraft } from './draft';
import { summaryId } from './fault-summary';
import { changeOf, faultsOf, type Faults } from './read-draft';

/**
 * Saves the whole of a home against the version that was read. `before` is that version: `newest`
 * is ahead of it while somebody else's change waits for a decision.
 */
export function useSaving(newest: DeskWomensHome, onConflict: () => void) {
  const [before, setBefore] = useState(newest);
  const [faults, setFaults] = useState<Faults>({});
  const [saved, setSaved] = useState(false);
  const { send, busy, fault } = useSend(womensHomeEndpoints.change);

  useEffect(() => {
    if (!(fault instanceof Refused)) return;
    if (fault.code === 'changed_meanwhile') onConflict();
    setFaults(fault.fields);
  }, [fault, onConflict]);

  useEffect(() => {
    if (Object.keys(faults).length > 0) showPart(summaryId);
  }, [faults]);

  const save = async (draft: HomeDraft, over: DeskWomensHome = before) => {
    const change = changeOf(draft, over.version);
    const found = faultsOf(change);
    setFaults(found);
    setSaved(false);
    if (Object.keys(found).length > 0) return;

    const home = await send({ params: { id: over.id }, body: change });
    if (!home) return;
    setBefore(home);
    setSaved(true);
  };

  return { save, busy, fault, faults, before, saved, overtaken: newest.version > before.version };
}
