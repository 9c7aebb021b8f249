import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import './editor.scss';
import { showPart } from '@/platform/show-part';
import type { Faults } from './faults';
import type { Part } from './parts';

export const summaryId = 'faults';

const withLabel = (label: string, reason: string): string =>
  reason.startsWith(label) ? reason : `${label}：${reason}`;

interface Props {
  faults: Faults;
  /** The part of the page that a path belongs to. */
  partOf: (path: string) => Part;
}

/** All that has to change before it can be saved; each line leads to its place. */
export function FaultSummary({ faults, partOf }: Props) {
  const all = Object.entries(faults).map(([path, reason]) => ({ path, reason, ...partOf(path) }));
  return (
    <View id={summaryId} className="faults">
      {all.length > 0 && (
        <Note tone="error" title={`有 ${all.length} 处要改`}>
          {all.map(({ path, reason, id, label }) => (
            <Button key={path} look="text" onTap={() => showPart(id)}>
              {withLabel(label, reason)}
            </Button>
          ))}
        </Note>
      )}
    </View>
  );
}
