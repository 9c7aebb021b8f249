import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import type { Claim } from './claim';
import { WhoSeesSheet } from './who-sees-sheet';

/** 不要让某某看: read and decided only when she opens it. */
export function WhoSees({ claimCode }: Claim) {
  const [open, setOpen] = useState(false);
  return (
    <View className="stack">
      <Heading>谁能看到这件事</Heading>
      <Text>办事的人按职务能看到。有认识的人、亲戚，可以不让她看。</Text>
      <Button look="second" onTap={() => setOpen(true)}>
        不要让某个人看
      </Button>
      {open && <WhoSeesSheet claimCode={claimCode} onClose={() => setOpen(false)} />}
    </View>
  );
}
