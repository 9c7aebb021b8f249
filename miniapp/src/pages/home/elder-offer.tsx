import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { chooseElder, useElderOffered } from '@/platform/text-size';

/** To whoever has large text already, until she answers; her answer is the last word. */
export function ElderOffer() {
  if (!useElderOffered()) return null;
  return (
    <Note title="要用长辈版吗？字大，步骤少。">
      <View className="row">
        <View className="row__part">
          <Button look="second" onTap={() => chooseElder(true)}>
            用长辈版
          </Button>
        </View>
        <View className="row__part">
          <Button look="second" onTap={() => chooseElder(false)}>
            不用
          </Button>
        </View>
      </View>
    </Note>
  );
}
