import { momentInWords, readRfc3339 } from '@niangjia/shared';

/** A moment of the service (RFC 3339) as people say it: `周四 11月26日 上午9点`. */
export function whenInWords(moment: string): string {
  const at = readRfc3339(moment);
  return at === undefined ? moment : momentInWords(at);
}
