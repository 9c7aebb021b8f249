import { Text, View } from '@tarojs/components';
import { nearestLimits, type DeskWomensHome, type Point } from '@niangjia/shared';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { faultAt, type Faults } from '@/features/edit/faults';
import { readTypedDegrees } from '@/features/edit/typed';
import { HomesMap } from '@/features/womens-home/homes-map';
import type { HomeDraft } from './draft';

const metresPerDegree = 111_320;

/** Metres between two points that are near each other, on a plane. */
function metresBetween(from: Point, to: Point): number {
  const north = (to.lat - from.lat) * metresPerDegree;
  const east = (to.lng - from.lng) * metresPerDegree * Math.cos((from.lat * Math.PI) / 180);
  return Math.round(Math.hypot(north, east));
}

const movedInWords = (metres: number): string =>
  metres === 0 ? '和存着的位置一样。' : `和存着的位置相差约 ${metres} 米。`;

interface Props {
  home: DeskWomensHome;
  draft: HomeDraft;
  faults: Faults;
  onChange: (part: Partial<HomeDraft>) => void;
}

/** The point in numbers: WeChat lets nobody choose a place on its map while positions are blurred. */
export function PointPart({ home, draft, faults, onChange }: Props) {
  const lng = readTypedDegrees(draft.lng, nearestLimits.lng);
  const lat = readTypedDegrees(draft.lat, nearestLimits.lat);
  const point = lng === undefined || lat === undefined ? undefined : { lng, lat };

  return (
    <View id="part-point" className="stack">
      <Heading>位置</Heading>
      {home.pointIsInvented && <Text className="note">现在是示例位置，不是真的。</Text>}
      <View className="row">
        <View className="row__part">
          <Field
            label="经度"
            initial={draft.lng}
            error={faultAt(faults, 'point.lng')}
            onText={(text) => onChange({ lng: text })}
          />
        </View>
        <View className="row__part">
          <Field
            label="纬度"
            initial={draft.lat}
            error={faultAt(faults, 'point.lat')}
            onText={(text) => onChange({ lat: text })}
          />
        </View>
      </View>
      {point && (
        <>
          <Text className="note">{movedInWords(metresBetween(home.point, point))}</Text>
          <View className="home-preview">
            <HomesMap
              homes={[{ ...home, point, distanceMetres: 0 }]}
              from={home.point}
              isHers={false}
              onChoose={() => undefined}
            />
          </View>
        </>
      )}
    </View>
  );
}
