import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { ClaimDigits } from '@/features/case-ticket/claim-digits';
import type { ToCopy } from '@/features/visit/field';
import { showPart } from '@/platform/show-part';
import type { Field } from '../field-page';

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

interface Props {
  field: Field;
  of: ToCopy;
  /** They are copied, and that is noted on the phone. */
  onDone: () => void;
}

/** The digits, large, to be copied by hand there and then, and what she can do with them. */
export function CopyDown({ field, of, onDone }: Props) {
  const { title, lines } = words[of.kind];
  const [why, setWhy] = useState<string>();
  const done = () => {
    const saved = field.hasCopied(of.code);
    if (!saved.kept) return setWhy(saved.why);
    onDone();
  };
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
      {why && <Note tone="error" title={why} />}
      <Button onTap={done}>她抄好了</Button>
    </View>
  );
}
