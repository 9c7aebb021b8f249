import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { ledgerEndpoints, linkEndpoints, pageLimits, type DeskGrid } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { ListHead } from '@/features/edit/list-head';
import { useList } from '@/platform/use-list';
import { GridSheet } from './grid-sheet';
import { NewGridSheet } from './new-grid-sheet';

const all = { query: { limit: pageLimits.max } };

const keptBy = ({ holders }: DeskGrid): string =>
  holders.length > 0 ? `${holders.map(({ name }) => name).join('、')} 在管` : '还没交给人';

/** Federation by federation: which part is whose. */
export function GridsOfBranch() {
  const grids = useList(ledgerEndpoints.deskGrids, all);
  const keepers = useList(linkEndpoints.holders, all);
  const [openId, setOpenId] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const open = grids.data?.find(({ id }) => id === openId);
  const added = ({ id }: DeskGrid) => {
    setIsNew(false);
    setOpenId(id);
    grids.again();
  };
  return (
    <View className="stack">
      <ListHead
        title="网格"
        words="把一片地方交给执委，她才能记那里的台账和联系户。"
        button="新网格"
        onNew={() => setIsNew(true)}
      />
      <PageState
        query={grids}
        isEmpty={(items) => items.length === 0}
        empty={<Text>还没有网格。点“新网格”建第一个。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((grid) => (
              <Cell
                key={grid.id}
                title={grid.name}
                facts={[grid.federationName, keptBy(grid)]}
                onTap={() => setOpenId(grid.id)}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={grids} />
      {isNew && <NewGridSheet keepers={keepers} onAdded={added} onClose={() => setIsNew(false)} />}
      {open && (
        <GridSheet
          grid={open}
          keepers={keepers}
          onChanged={grids.again}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </View>
  );
}
