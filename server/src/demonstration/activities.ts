import { type ActivityState, addDays, dayOf, momentAt } from '@niangjia/shared';
import type { NewActivity } from '../activity';
import type { DivisionRow, FederationRow } from '../federation';
import { pointNear } from './homes';
import type { Seeded } from './seeded';

interface InventedActivity {
  title: string;
  text: string;
  /** Name of the federation that holds it, and the town near whose centre it is put. */
  by: string;
  town: string;
  place: string;
  /** Days after the start of the demonstration, and the hour. */
  inDays: number;
  hour: number;
  hours: number;
  seats: number;
  state?: ActivityState;
  cancelReason?: string;
}

const village = '霞美村妇联';
const town = '霞美镇';

const inventedActivities: InventedActivity[] = [
  {
    ...{ title: '周末亲子阅读', by: village, town, place: '霞美村妇女之家' },
    text: '带孩子来读一本绘本，3 到 8 岁。\n有点心，自己带水杯。',
    ...{ inDays: 2, hour: 9, hours: 2, seats: 12 },
  },
  {
    ...{ title: '家政收纳入门课', by: '霞美镇妇联', town, place: '霞美镇文化站二楼' },
    text: '老师手把手教衣柜和厨房收纳，学完可以登记接单。',
    ...{ inDays: 3, hour: 14, hours: 3, seats: 30 },
  },
  {
    ...{ title: '婚姻家庭法律问答', by: '霞美镇妇联', town, place: '霞美镇妇女儿童服务站' },
    text: '律师在场，可以单独问。不登记谈了什么。',
    ...{ inDays: 4, hour: 15, hours: 2, seats: 20 },
  },
  {
    ...{ title: '两癌筛查义诊', by: '南安市妇联', town: '溪美街道', place: '溪美街道卫生服务中心' },
    text: '35 到 64 岁女性免费。早上空腹来，带身份证。',
    ...{ inDays: 5, hour: 8, hours: 4, seats: 60 },
  },
  {
    ...{ title: '下班后的瑜伽', by: '阳光中科妇联', town, place: '阳光中科妇女微家活动室' },
    text: '零基础，穿宽松的衣服。垫子有。',
    ...{ inDays: 1, hour: 19, hours: 1, seats: 2 },
  },
  {
    ...{ title: '手机拍短视频', by: '水头镇妇联', town: '水头镇', place: '水头镇文化站' },
    text: '学会拍、剪、配字，带上自己的手机和充电器。',
    ...{ inDays: 6, hour: 9, hours: 3, seats: 25 },
  },
  {
    ...{ title: '一起包粽子', by: village, town, place: '霞美村老人活动中心' },
    text: '带上围裙就行，包好的自己带走两个。',
    ...{ inDays: 3, hour: 9, hours: 3, seats: 20 },
    ...{ state: 'cancelled', cancelReason: '场地临时要修，改天再办。' },
  },
  {
    ...{ title: '母婴护理公开课', by: '霞美镇妇联', town, place: '霞美镇卫生院三楼' },
    text: '新手妈妈和奶奶外婆都可以来。',
    ...{ inDays: 8, hour: 9, hours: 2, seats: 15, state: 'draft' },
  },
];

const weeks = 8;
const hourMs = 3_600_000;

interface Around {
  now: number;
  seeded: Seeded;
  federationNamed: (name: string) => FederationRow;
  townNamed: (name: string) => DivisionRow;
}

/** Each activity, the published ones again every week, so that the list is not empty next month. */
export const activitiesOf = (around: Around): NewActivity[] =>
  inventedActivities.flatMap((invented) =>
    Array.from({ length: invented.state ? 1 : weeks }, (_, week) =>
      activityOf(invented, week, around),
    ),
  );

function activityOf(
  { by, town: near, inDays, hour, hours, ...invented }: InventedActivity,
  week: number,
  { now, seeded, federationNamed, townNamed }: Around,
): NewActivity {
  const federation = federationNamed(by);
  const { lng, lat } = townNamed(near);
  const startsAt = momentAt(addDays(dayOf(now), inDays + week * 7), hour * 60);
  return {
    ...{ title: invented.title, text: invented.text, seats: invented.seats },
    place: `${invented.place}（示例地点）`,
    federationId: federation.id,
    federationPath: federation.path,
    ...pointNear({ lng: lng ?? 0, lat: lat ?? 0 }, seeded),
    startsAt,
    endsAt: startsAt + hours * hourMs,
    registrationClosesAt: startsAt - 2 * hourMs,
    cancellableUntil: startsAt - 2 * hourMs,
    state: invented.state ?? 'published',
    cancelReason: invented.cancelReason ?? null,
  };
}
