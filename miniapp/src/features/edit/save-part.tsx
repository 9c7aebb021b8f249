import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { isOvertaken, type Fault } from '@/platform/refused';
import { ConflictNote } from './conflict-note';

interface Props {
  /** What somebody else changed meanwhile; none when nobody did. */
  changed: readonly string[];
  fault?: Fault;
  /** What saving led to, once it is done. */
  saved?: string;
  onKeepMine: () => void;
  onTakeNewest: () => void;
}

/** The end of an editor: how saving went, and its buttons unless a conflict waits for a decision. */
export function SavePart({
  changed,
  fault,
  saved,
  onKeepMine,
  onTakeNewest,
  children,
}: PropsWithChildren<Props>) {
  if (changed.length > 0)
    return (
      <>
        {!isOvertaken(fault) && <FaultNote fault={fault} />}
        <ConflictNote changed={changed} onKeepMine={onKeepMine} onTakeNewest={onTakeNewest} />
      </>
    );
  return (
    <View className="editor__end stack">
      <FaultNote fault={fault} />
      {saved && <Note tone="ok" title={saved} />}
      {children}
    </View>
  );
}
