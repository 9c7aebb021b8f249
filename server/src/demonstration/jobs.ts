import {
  addDays,
  type ContractKind,
  type Day,
  type ShiftPattern,
  type Weekday,
} from '@niangjia/shared';

export interface InventedJob {
  /** Names of the federation that posts it and of the town near whose centre it is. */
  by: string;
  town: string;
  employerName: string;
  title: string;
  text: string;
  contractKind: ContractKind;
  payPerHourFen: number | null;
  flexibility: string;
  shiftPatterns: ShiftPattern[];
  draft?: true;
}

const workdays: Weekday[] = [1, 2, 3, 4, 5];
const daysAhead = 60;
const invented = '示例岗位，不是真的招工。';

/** Posts made up for a demonstration that begins on that day; each says that it is. */
export function inventedJobs(today: Day): InventedJob[] {
  const shift = (starts: string, ends: string, places: number, weekdays = workdays) => ({
    weekdays,
    starts,
    ends,
    from: today,
    to: addDays(today, daysAhead),
    places,
  });
  return [
    {
      by: '阳光中科妇联',
      town: '霞美镇',
      employerName: '阳光中科（示例）',
      title: '组件装配工（妈妈班组）',
      text: `${invented}坐着干活，师傅带三天就会。厂里有母婴室，中午管一顿饭。`,
      contractKind: 'part_time',
      payPerHourFen: 2200,
      flexibility: '可以晚到 30 分钟，家里有事和组长说一声就能换班。',
      shiftPatterns: [shift('08:30', '11:30', 6), shift('13:30', '16:30', 4)],
    },
    {
      by: '成辉国际妇联',
      town: '霞美镇',
      employerName: '成辉国际（示例）',
      title: '箱包缝纫工',
      text: `${invented}平车缝纫，按件算钱，每月 15 日发。厂旁边有四点钟学校。`,
      contractKind: 'piecework',
      payPerHourFen: null,
      flexibility: '一天做几个小时自己定，孩子放假可以请长假。',
      shiftPatterns: [shift('08:00', '16:00', 10, [1, 2, 3, 4, 5, 6])],
    },
    {
      by: '特易通电子妇联',
      town: '霞美镇',
      employerName: '特易通电子（示例）',
      title: '对讲机质检员',
      text: `${invented}检查外观和按键，做记录。签劳动合同，买社保。`,
      contractKind: 'full_time',
      payPerHourFen: 2000,
      flexibility: '每天可以错开一个小时上下班。',
      shiftPatterns: [shift('08:00', '17:30', 3)],
    },
    {
      by: '裕远包袋妇女微家',
      town: '霞美镇',
      employerName: '裕远包袋（示例）',
      title: '晚上打包工',
      text: `${invented}叠袋、套袋、装箱，做两个半小时。`,
      contractKind: 'part_time',
      payPerHourFen: 2300,
      flexibility: '哪天能来约哪天。',
      shiftPatterns: [shift('18:30', '21:00', 8, [1, 2, 3, 4])],
    },
    {
      by: '福建省弘一石业有限公司妇联',
      town: '水头镇',
      employerName: '弘一石业（示例）',
      title: '仓库文员',
      text: `${invented}登记出入库，会用手机就行。`,
      contractKind: 'part_time',
      payPerHourFen: 2100,
      flexibility: '接送孩子的时间可以离开一会儿。',
      shiftPatterns: [shift('08:30', '11:30', 1), shift('14:00', '16:00', 1)],
    },
    {
      by: '协进建材妇联',
      town: '官桥镇',
      employerName: '协进建材（示例）',
      title: '食堂帮厨',
      text: `${invented}洗菜、切菜、打饭，做完就可以走。`,
      contractKind: 'part_time',
      payPerHourFen: 1950,
      flexibility: '两个人可以自己商量换班。',
      shiftPatterns: [shift('09:00', '13:00', 2)],
    },
    {
      by: '中国水暖城妇联',
      town: '仑苍镇',
      employerName: '水暖城商户（示例）',
      title: '直播助理',
      text: `${invented}摆样品、回消息、贴快递单。`,
      contractKind: 'part_time',
      payPerHourFen: 2500,
      flexibility: '上午班、下午班任选。',
      shiftPatterns: [shift('09:00', '12:00', 1), shift('13:00', '16:00', 1)],
    },
    {
      by: '霞美镇妇联',
      town: '霞美镇',
      employerName: '霞美手工坊（示例）',
      title: '藤编手工（在家做）',
      text: `${invented}领料回家做，每周五交一次。`,
      contractKind: 'piecework',
      payPerHourFen: null,
      flexibility: '什么时候做自己定。',
      shiftPatterns: [],
      draft: true,
    },
  ];
}
