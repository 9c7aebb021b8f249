import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  mediationEndpoints,
  mediatorSkillLabels,
  mediatorStateLabels,
  type Mediator,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { ListHead } from '@/features/edit/list-head';
import { useList } from '@/platform/use-list';
import { MediatorSheet } from './mediator-sheet';

const factsOf = ({ federationName, skills, fromDay, toDay }: Mediator): string[] => [
  federationName,
  skills.map((skill) => mediatorSkillLabels[skill]).join('、'),
  `聘期 ${fromDay} 到 ${toDay}`,
];

/** Federation by federation, in the order of joining: nobody is ranked. */
export function Mediators() {
  const roster = useList(mediationEndpoints.roster, {});
  const [open, setOpen] = useState<Mediator | 'new'>();
  const saved = () => {
    setOpen(undefined);
    roster.again();
  };
  return (
    <View className="stack">
      <ListHead
        title="调解员名册"
        words="按加入的先后排，不排名次，不比件数。"
        button="加一位"
        onNew={() => setOpen('new')}
      />
      <PageState
        query={roster}
        isEmpty={(items) => items.length === 0}
        empty={<Text>名册还是空的。点“加一位”加第一位。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((mediator) => (
              <Cell
                key={mediator.id}
                title={mediator.name || '名字已按期删掉'}
                facts={factsOf(mediator)}
                value={mediatorStateLabels[mediator.state]}
                onTap={() => setOpen(mediator)}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={roster} />
      {open && (
        <MediatorSheet
          mediator={open === 'new' ? undefined : open}
          onSaved={saved}
          onClose={() => setOpen(undefined)}
        />
      )}
    </View>
  );
}
