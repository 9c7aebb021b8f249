import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WomensHomeSummary } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { Shown } from '@/platform/destination';
import { dial } from '@/platform/phone';
import { routeTo } from '@/platform/route-to';

type Home = Pick<WomensHomeSummary, 'name' | 'address' | 'point' | 'phone'>;

const afterwards: Record<Exclude<Shown, 'map'>, string> = {
  copied: '地址已复制。打开地图，粘贴就能找到。',
  none: '地图没有打开。可以照着地址找，或打电话问路。',
};

/** 打电话 and 怎么去. Without a number only the way is offered. */
export function CallAndRoute({ home }: { home: Home }) {
  const [shown, setShown] = useState<Shown>();
  const { name, phone } = home;
  return (
    <View className="stack">
      <View className="row">
        {phone && (
          <View className="row__part">
            <Button look="second" spoken={`打电话给${name}，${phone}`} onTap={() => dial(phone)}>
              打电话
            </Button>
          </View>
        )}
        <View className="row__part">
          <Button
            look="second"
            spoken={`怎么去${name}`}
            onTap={() => void routeTo(home).then(setShown)}
          >
            怎么去
          </Button>
        </View>
      </View>
      {shown && shown !== 'map' && <Note title={afterwards[shown]} />}
    </View>
  );
}
