import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { enterpriseEndpoints, keyFemaleStaff, type Enterprise } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Choice } from '@/components/choice';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { ListHead } from '@/features/edit/list-head';
import { useList } from '@/platform/use-list';
import { EnterpriseSheet } from './enterprise-sheet';

export default function EnterprisesPage() {
  return (
    <Screen wide>
      <SignedIn>
        <Enterprises />
      </SignedIn>
    </Screen>
  );
}

const shown = [
  { value: 'key', label: '重点筹建' },
  { value: 'all', label: '全部企业' },
] as const;

const factsOf = ({ hasPartyOrganisation, femaleStaff, asOf, federationName }: Enterprise) => [
  `女职工 ${femaleStaff} 人 · ${hasPartyOrganisation ? '有党组织' : '没有党组织'}`,
  `${federationName} · ${asOf} 的数`,
];

/** In which enterprises a federation is to be founded first, by the rule; and all others that are known. */
function Enterprises() {
  const [which, setWhich] = useState<'key' | 'all'>('key');
  const list = useList(enterpriseEndpoints.list, {
    query: which === 'key' ? { only: 'key' as const } : {},
  });
  const [open, setOpen] = useState<Enterprise | 'new'>();
  const saved = () => {
    setOpen(undefined);
    list.again();
  };
  return (
    <View className="stack">
      <ListHead
        title="重点筹建清单"
        words={`有党组织、女职工超过 ${keyFemaleStaff} 人的企业，先帮它建妇联。`}
        button="记一家企业"
        onNew={() => setOpen('new')}
      />
      <Choice label="看哪些" options={shown} chosen={which} onChoose={setWhich} />
      <PageState
        query={list}
        isEmpty={(items) => items.length === 0}
        empty={<Text>还没有。点“记一家企业”，够条件的会自己排进来。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((one) => (
              <Cell
                key={one.id}
                title={one.name}
                facts={factsOf(one)}
                value={one.isKey ? '重点筹建' : undefined}
                onTap={() => setOpen(one)}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={list} />
      {open && (
        <EnterpriseSheet
          known={open === 'new' ? undefined : open}
          onSaved={saved}
          onOvertaken={list.again}
          onClose={() => setOpen(undefined)}
        />
      )}
    </View>
  );
}
