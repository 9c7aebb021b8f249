import type { MyRegistration } from '@niangjia/shared';

/** `您是下一个。有人退出就轮到您。`, `前面还有 3 人。有人退出就轮到您。` */
export function placeInQueue({ waitingBefore }: MyRegistration): string {
  const before = waitingBefore ? `前面还有 ${waitingBefore} 人。` : '您是下一个。';
  return `${before}有位置了，在“我的”里告诉您。`;
}
