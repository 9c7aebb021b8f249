import { View } from '@tarojs/components';
import { hotlines } from '@niangjia/shared';
import { Button } from '@/components/button';
import { goTo } from '@/platform/navigate';
import { dial } from '@/platform/phone';
import './home.scss';

const alwaysThere = hotlines.filter(({ number }) => ['110', '12338'].includes(number));

/** 我要求助 and two numbers, in view wherever she has scrolled to. */
export const AskBar = () => (
  <View className="ask-bar">
    <View className="ask-bar__ask">
      <Button onTap={() => goTo('/women/ask/index')}>我要求助</Button>
    </View>
    <View className="ask-bar__calls">
      {alwaysThere.map(({ number, name }) => (
        <View key={number} className="ask-bar__call">
          <Button look="second" spoken={`打 ${number}，${name}`} onTap={() => dial(number)}>
            {number}
          </Button>
        </View>
      ))}
    </View>
  </View>
);
