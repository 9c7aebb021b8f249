import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { linkEndpoints, pageLimits, type LinkHolder } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { useList } from '@/platform/use-list';
import { HandOverSheet } from './hand-over-sheet';

/** What staff need: whose list waits for another, and whose is empty. No number beside a name. */
const standing = ({ hasLinks, isServing }: LinkHolder): string => {
  if (!isServing) return '任职结束了，名单还没交';
  return hasLinks ? '名单上有联系户' : '名单是空的';
};

/** Who has a list, by name; nobody is compared with anybody. */
export function LinkHolders() {
  const holders = useList(linkEndpoints.holders, { query: { limit: pageLimits.max } });
  const [from, setFrom] = useState<LinkHolder>();
  const [done, setDone] = useState<string>();
  const finish = (words: string) => {
    setDone(words);
    setFrom(undefined);
    holders.again();
  };
  return (
    <View className="stack">
      <Heading level={1}>联系户交接</Heading>
      <Text className="note">执委换人了，点她的名字，把联系户交给别人。</Text>
      {done && <Note tone="ok" title={done} />}
      <PageState
        query={holders}
        isEmpty={(items) => items.length === 0}
        empty={<Text>您这一片还没有执委。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((holder) => (
              <Cell
                key={holder.accountId}
                title={holder.name}
                facts={[standing(holder), holder.federationName]}
                onTap={() => setFrom(holder)}
              />
            ))}
          </View>
        )}
      </PageState>
      <More of={holders} />
      {from && (
        <HandOverSheet
          from={from}
          others={(holders.data ?? []).filter(
            ({ accountId, isServing }) => isServing && accountId !== from.accountId,
          )}
          onDone={finish}
          onClose={() => setFrom(undefined)}
        />
      )}
    </View>
  );
}
