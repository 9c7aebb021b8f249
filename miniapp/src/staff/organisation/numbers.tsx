import { View } from '@tarojs/components';
import {
  countedThingLabels,
  countedThings,
  type CountedThing,
  type CountOfKind,
  type OrganisationFile,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { goTo } from '@/platform/navigate';
import { kindWords } from './count-words';

const unit: Record<CountedThing, string> = { federation: '个', womens_home: '个', post: '人次' };

/** How many of each kind lie in its branch. A tap shows which. */
export const Numbers = ({ file }: { file: OrganisationFile }) => (
  <>
    {countedThings.map((what) => (
      <NumbersOf key={what} what={what} file={file} />
    ))}
  </>
);

function NumbersOf({ what, file }: { what: CountedThing; file: OrganisationFile }) {
  const counts = file.counts.filter((one) => one.what === what);
  if (counts.length === 0) return null;
  const open = ({ kind, sector }: CountOfKind) =>
    goTo('/staff/counted/index', { id: file.id, what, kind, ...(sector && { sector }) });
  return (
    <View className="stack">
      <Heading>{countedThingLabels[what]}</Heading>
      <View className="desk-list">
        {counts.map((count) => (
          <Cell
            key={kindWords(count)}
            title={kindWords(count)}
            value={`${count.n} ${unit[what]}`}
            onTap={() => open(count)}
          />
        ))}
      </View>
    </View>
  );
}
