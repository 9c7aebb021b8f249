import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nearestLimits, type DeskWomensHome, type Point } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { faultAt, faultsAmong, whyNotLength, type Faults } from './faults';
import { HomeSheet } from './home-sheet';
import { readTypedDegrees } from './typed';

/** A place as it is being typed. */
export interface TypedPlace {
  place: string;
  lng: string;
  lat: string;
}

export const placeOf = (typed: TypedPlace): { place: string; point: Point } => ({
  place: typed.place.trim(),
  point: {
    lng: readTypedDegrees(typed.lng, nearestLimits.lng) ?? NaN,
    lat: readTypedDegrees(typed.lat, nearestLimits.lat) ?? NaN,
  },
});

export const placeFaults = (
  { place, point }: { place: string; point: Point },
  chars: { min: number; max: number },
): Faults =>
  faultsAmong({
    place: whyNotLength(place, chars, '地点'),
    'point.lng': Number.isNaN(point.lng) ? '经度写成 118.38 这样的数。' : undefined,
    'point.lat': Number.isNaN(point.lat) ? '纬度写成 24.96 这样的数。' : undefined,
  });

interface Props {
  typed: TypedPlace;
  max: number;
  faults: Faults;
  onChange: (typed: TypedPlace) => void;
}

/** Where it is: one of her homes by two taps, or any place in words and numbers. */
export function PlacePart({ typed, max, faults, onChange }: Props) {
  const [choosing, setChoosing] = useState(false);
  const [round, setRound] = useState(0);
  const change = (part: Partial<TypedPlace>) => onChange({ ...typed, ...part });
  const choose = ({ name, address, point }: DeskWomensHome) => {
    onChange({ place: `${name}，${address}`, lng: String(point.lng), lat: String(point.lat) });
    setRound(round + 1);
    setChoosing(false);
  };

  return (
    <View className="stack">
      <Heading>地点</Heading>
      <Button look="second" onTap={() => setChoosing(true)}>
        从妇女之家里选
      </Button>
      <Text className="note">选了家，下面会填好。别的地方，经纬度在地图上查。</Text>
      <View key={round} className="stack">
        <View id="part-place">
          <Field
            label="地点"
            hint="写到人能找到：哪里、几楼"
            initial={typed.place}
            max={max}
            error={faultAt(faults, 'place')}
            onText={(place) => change({ place })}
          />
        </View>
        <View id="part-point" className="row">
          <View className="row__part">
            <Field
              label="经度"
              initial={typed.lng}
              error={faultAt(faults, 'point.lng')}
              onText={(lng) => change({ lng })}
            />
          </View>
          <View className="row__part">
            <Field
              label="纬度"
              initial={typed.lat}
              error={faultAt(faults, 'point.lat')}
              onText={(lat) => change({ lat })}
            />
          </View>
        </View>
      </View>
      {choosing && <HomeSheet onChoose={choose} onClose={() => setChoosing(false)} />}
    </View>
  );
}
