import type { PostKind } from '@niangjia/shared';

export interface InventedPerson {
  demonstrationId: string;
  name: string;
  /** Name of the federation and what she is there; none for a woman without a post. */
  post?: { in: string; kind: PostKind };
}

const person = (
  demonstrationId: string,
  name: string,
  post?: InventedPerson['post'],
): InventedPerson => ({ demonstrationId, name: `示例·${name}`, post });

/** The village that has people of its own: two places are called 园内, one 霞美. */
const village = '霞美村妇联';

export const people: InventedPerson[] = [
  person('county-chair', '陈秀英', { in: '南安市妇联', kind: 'chair' }),
  person('county-staff', '林小梅', { in: '南安市妇联', kind: 'staff' }),
  person('town-chair', '黄丽华', { in: '霞美镇妇联', kind: 'chair' }),
  person('town-staff', '吴晓燕', { in: '霞美镇妇联', kind: 'staff' }),
  person('other-town-staff', '王素珍', { in: '水头镇妇联', kind: 'staff' }),
  person('village-chair', '洪美珠', { in: village, kind: 'chair' }),
  person('village-staff', '李月娥', { in: village, kind: 'staff' }),
  person('committee-member', '郑春兰', { in: village, kind: 'committee_member' }),
  person('other-committee-member', '蔡小红', { in: '四黄村妇联', kind: 'committee_member' }),
  person('enterprise-chair', '苏雅婷', { in: '阳光中科妇联', kind: 'chair' }),
  person('employer-contact', '周玉兰', { in: '阳光中科妇联', kind: 'employer_contact' }),
  // One has just come, one goes to work and to an activity, one waits for a seat.
  person('woman', '李阿珍'),
  person('woman-booked', '陈阿兰'),
  person('woman-waiting', '许阿云'),
];
