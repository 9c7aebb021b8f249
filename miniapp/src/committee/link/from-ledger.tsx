import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import type { LinkDraft } from './link-draft';

interface Props {
  draft: LinkDraft;
  onOther: () => void;
}

/** Somebody who stands in the ledger is put on the list as she stands there, and nobody else under her entry. */
export function FromLedger({ draft: { name, phone, address }, onOther }: Props) {
  return (
    <View className="stack">
      <Heading>{`台账里的${name}`}</Heading>
      <Facts
        facts={[
          { name: '电话', words: phone || '没有留' },
          { name: '住址', words: address || '没有留' },
        ]}
      />
      <Note title="加的是不是她？不是她，就另写一位。">
        <Button look="second" onTap={onOther}>
          不是她
        </Button>
      </Note>
    </View>
  );
}
