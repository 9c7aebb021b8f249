import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import type { Step } from '../organisation/parent-chooser';
import { FederationSheet } from './federation-sheet';

interface Props {
  /** Its name. */
  chosen: string | undefined;
  onChoose: (one: Step | undefined) => void;
}

/** One federation of her branches, with everything below it. */
export function FederationFilter({ chosen, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const choose = (one: Step) => {
    setOpen(false);
    onChoose(one);
  };
  return (
    <View className="choice">
      <View className="choice__label">
        <Text>哪个妇联</Text>
      </View>
      <View className="row">
        <Button look="second" onTap={() => setOpen(true)}>
          {chosen ? `${chosen}和它下面的` : '选一个妇联'}
        </Button>
        {chosen && (
          <Button look="text" onTap={() => onChoose(undefined)}>
            不限妇联
          </Button>
        )}
      </View>
      {open && <FederationSheet onChoose={choose} onClose={() => setOpen(false)} />}
    </View>
  );
}
