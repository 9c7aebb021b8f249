import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { showPart } from '@/platform/show-part';
import { partOf } from './parts';
import type { Faults } from './read-draft';

export const summaryId = 'faults';

const withLabel = (label: string, reason: string): string =>
  reason.startsWith(label) ? reason : `${label}：${reason}`;

/** All that has to change before it can be saved; each line leads to its place. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const all = Object.entries(faults);
  return (
    <View id={summaryId}>
      {all.length > 0 && (
        <Note tone="error" title={`有 ${all.length} 处要改`}>
          {all.map(([path, reason]) => (
            <Button key={path} look="text" onTap={() => showPart(partOf(path).id)}>
              {withLabel(partOf(path).label, reason)}
            </Button>
          ))}
        </Note>
      )}
    </View>
  );
}
