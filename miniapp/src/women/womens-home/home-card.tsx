import { Text, View } from '@tarojs/components';
import { womensHomeKindLabels, womensHomeServiceLabels, type WomensHome } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { Hotlines } from '@/components/hotlines';
import { ChainLine } from '@/features/federation/chain-line';
import { CallAndRoute } from '@/features/womens-home/call-and-route';
import { openInWords, openTone } from '@/features/womens-home/home-words';
import { goTo } from '@/platform/navigate';
import { Hours } from './hours';
import './womens-home.scss';

interface Props {
  home: WomensHome;
  /** The poster she scanned: her request then goes to this home's federation. */
  code?: string;
}

export function HomeCard({ home, code }: Props) {
  const { name, kind, address, phone, services, divisionCode, pointIsInvented } = home;
  const now = Date.now();
  const ask = () => goTo('/women/ask/index', code ? { code } : { divisionCode });
  return (
    <>
      <Heading level={1}>{name}</Heading>
      <View className="tag-row">
        <Tag tone={openTone(home, now)}>{openInWords(home, now)}</Tag>
        <Tag>{womensHomeKindLabels[kind]}</Tag>
        {pointIsInvented && <Tag tone="info">示例位置</Tag>}
      </View>
      <Text className="selectable">{address}</Text>
      {phone && <Text className="selectable number">{`电话 ${phone}`}</Text>}
      <CallAndRoute home={home} />
      <Button onTap={ask}>在这里求助</Button>

      {services.length > 0 && (
        <Card>
          <Heading>能办什么</Heading>
          <View className="tag-row">
            {services.map((service) => (
              <Tag key={service}>{womensHomeServiceLabels[service]}</Tag>
            ))}
          </View>
        </Card>
      )}
      <Hours hours={home.hours} />
      <Card>
        <Heading>谁在管</Heading>
        <Text>{home.federationName}</Text>
        <ChainLine federationId={home.federationId} />
      </Card>
      <Hotlines />
    </>
  );
}
