import { Text, View } from '@tarojs/components';
import { Heading } from '@/components/heading';
import { Hotlines } from '@/components/hotlines';
import { Screen } from '@/components/screen';
import { Tap } from '@/components/tap';
import { HomesNearby } from '@/features/womens-home/homes-nearby';
import { usePlace } from '@/features/womens-home/place';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { chooseElder, useElder } from '@/platform/text-size';
import { AskBar } from './ask-bar';
import { ElderHome } from './elder-home';
import { ElderOffer } from './elder-offer';
import { Today } from './today';
import { Welcome } from './welcome';
import './home.scss';

export default function HomePage() {
  return useElder() ? <ElderHome /> : <PlainHome />;
}

function PlainHome() {
  const place = usePlace();
  const where = usePointOf(place);
  return (
    <Screen>
      <View className="home-head">
        <Heading level={1}>离您最近的娘家</Heading>
        <Tap
          className="home-head__elder"
          label="长辈版，字大、步骤少"
          onTap={() => chooseElder(true)}
        >
          <Text>长辈版</Text>
        </Tap>
      </View>
      <Welcome />
      <ElderOffer />
      <HomesNearby place={place} where={where} />
      <Today where={where} withDistance={place.kind === 'here'} />
      {place.kind === 'unknown' && <Hotlines />}
      <AskBar />
    </Screen>
  );
}
