import { momentInWords, readRfc3339, type MyRegistration } from '@niangjia/shared';

const at = (moment: string): number => readRfc3339(moment) ?? 0;

/** `到周日 11月26日 上午7点为止，有人退出就按先后补上，在“我的”里告诉您。`: later nobody is given a seat. */
export const whileItLasts = (cancellableUntil: string): string =>
  `到${momentInWords(at(cancellableUntil))}为止，有人退出就按先后补上，在“我的”里告诉您。过了就不再补。`;

/** `您是下一个，还差 2 个名额。`, `前面还有 3 位。`, and until when; `now` in Unix milliseconds. */
export function placeInQueue(mine: MyRegistration, now: number): string {
  if (now >= at(mine.cancellableUntil)) return '候补已经截止，这次没有轮到您。看看别的活动。';
  return `${whoIsBefore(mine)}${whileItLasts(mine.cancellableUntil)}`;
}

function whoIsBefore({ waitingBefore, seatsShort, seats }: MyRegistration): string {
  if (waitingBefore) return `前面还有 ${waitingBefore} 位。`;
  return seats > 1 && seatsShort ? `您是下一个，还差 ${seatsShort} 个名额。` : '您是下一个。';
}
