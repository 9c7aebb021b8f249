import { useEffect } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { ClaimDigits } from '@/features/case-ticket/claim-digits';
import type { ToCopy } from '@/features/visit/field';
import { showPart } from '@/platform/show-part';

const id = 'copy-down';

const words: Record<ToCopy['kind'], { title: string; lines: string[] }> = {
  card: {
    title: '请她抄下联系卡',
    lines: [
      '她打开小程序，点“我的”里的“看联系卡”，输入这些数字。',
      '能看到谁在联系她、记着什么，随时能结束联系。',
    ],
  },
  ticket: {
    title: '请她抄下求助数字',
    lines: [
      '她打开小程序，点“我的”里的“看答复”，输入这些数字。',
      '能看到办到哪一步，能补充，也能撤回。',
    ],
  },
};

/** The digits, large, to be copied by hand there and then, and what she can do with them. */
export function CopyDown({ of, onDone }: { of: ToCopy; onDone: () => void }) {
  const { title, lines } = words[of.kind];
  useEffect(() => showPart(id), []);
  return (
    <View className="stack">
      <View id={id} className="stack">
        <Heading>{title}</Heading>
        <Text className="fact">{of.name}</Text>
        <ClaimDigits claimCode={of.code} />
      </View>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text className="note">抄在她自己的纸上，不要拍照，不要留在您这里。</Text>
      <Button onTap={onDone}>她抄好了</Button>
    </View>
  );
}
