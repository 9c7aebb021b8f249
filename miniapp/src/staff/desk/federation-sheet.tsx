import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  accountEndpoints,
  organisationEndpoints,
  type Account,
  type FoundFederation,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Field } from '@/components/field';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useQuery } from '@/platform/use-query';
import { useSettled } from '@/platform/use-settled';
import { ParentChooser, type Step } from '../organisation/parent-chooser';

interface Props {
  onChoose: (one: Step) => void;
}

/** By its name, or down the tree from where she holds a post. */
export function FederationSheet({ onChoose, onClose }: Props & { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  return (
    <Sheet title="哪个妇联" onClose={onClose}>
      <Field
        label="搜镇、村、社区的名字"
        hint="中文、拼音、首字母都行"
        kind="search"
        onText={setTyped}
      />
      {words ? <Found words={words} onChoose={onChoose} /> : <DownTheTree onChoose={onChoose} />}
    </Sheet>
  );
}

function Found({ words, onChoose }: Props & { words: string }) {
  const search = useQuery(organisationEndpoints.find, { query: { words } });
  return (
    <PageState query={search}>
      {({ found, meant }) => (
        <View className="stack">
          {found.length === 0 && (
            <Text>{meant.length > 0 ? '没找到。是不是这些？' : '没找到。换个字再搜。'}</Text>
          )}
          {[...found, ...meant].map((one) => (
            <OneFound key={one.id} one={one} onChoose={onChoose} />
          ))}
        </View>
      )}
    </PageState>
  );
}

const OneFound = ({ one, onChoose }: Props & { one: FoundFederation }) => (
  <Cell
    title={one.name}
    facts={one.parentName ? [one.parentName] : []}
    onTap={() => onChoose({ id: one.id, name: one.name })}
  />
);

const topsOf = ({ posts }: Account): Step[] =>
  posts
    .filter(({ actions }) => actions.includes('case_ticket.triage'))
    .map(({ federationId: id, federationName: name }) => ({ id, name }));

function DownTheTree({ onChoose }: Props) {
  const me = useQuery(accountEndpoints.me, {});
  const [way, setWay] = useState<readonly Step[]>([]);
  const here = way[way.length - 1];
  if (!here)
    return (
      <PageState query={me}>
        {(account) => (
          <View className="stack">
            {topsOf(account).map((top) => (
              <Cell key={top.id} title={top.name} onTap={() => setWay([top])} />
            ))}
          </View>
        )}
      </PageState>
    );
  return (
    <View className="stack">
      <Button onTap={() => onChoose(here)}>{`就选${here.name}`}</Button>
      <Button look="text" onTap={() => setWay(way.slice(0, -1))}>
        退回上一级
      </Button>
      <ParentChooser at={here} without="" onGo={(step) => setWay([...way, step])} />
    </View>
  );
}
