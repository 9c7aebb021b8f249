import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PhoneSheet } from '@/components/phone-bar';
import { Screen } from '@/components/screen';
import { Tap } from '@/components/tap';
import { goTo, goToTab } from '@/platform/navigate';
import { chooseElder } from '@/platform/text-size';
import './home.scss';

/** 长辈版: four things to do, each one tap away, and the way back. */
export function ElderHome() {
  const [calling, setCalling] = useState(false);
  const tiles = [
    { name: '找娘家', note: '附近的家', act: () => goTo('/women/homes/index') },
    { name: '打电话', note: '报警、维权', act: () => setCalling(true) },
    { name: '报活动', note: '有什么活动', act: () => goToTab('/pages/activities/index') },
    { name: '我要帮忙', note: '有难处说', act: () => goTo('/women/ask/index') },
  ];
  return (
    <Screen withoutPhone>
      <Heading level={1}>您要做什么？</Heading>
      <View className="tiles">
        {tiles.map(({ name, note, act }) => (
          <Tap key={name} className="tile" label={`${name}，${note}`} onTap={act}>
            <View className="title">
              <Text>{name}</Text>
            </View>
            <View className="tile__note">
              <Text>{note}</Text>
            </View>
          </Tap>
        ))}
      </View>
      <Button look="second" onTap={() => chooseElder(false)}>
        返回普通版
      </Button>
      {calling && <PhoneSheet onClose={() => setCalling(false)} />}
    </Screen>
  );
}
