import { refusals, type RefusalBody } from '@niangjia/shared';
import { isProofCode } from './session';

/** The service said no: why, and what to do next, in words to show as they are. */
export class Refused extends Error {
  readonly code: RefusalBody['code'];
  readonly fields: Record<string, string>;

  constructor({ code, message, fields }: RefusalBody) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.fields = fields ?? {};
  }
}

const unreachableWords = {
  offline: '没有网络，您填的都还在。有网了再试一次。',
  timeout: '网络有点慢，还没等到回音。您填的都还在，再试一次。',
  cancelled: '没有再等，您填的都还在。要是已经送到了，再提交也只算一次。',
} as const;

/** No answer came. Whether the service got the request is not known: repeat it with the same key. */
export class Unreachable extends Error {
  constructor(readonly reason: keyof typeof unreachableWords) {
    super(unreachableWords[reason]);
    this.name = 'Unreachable';
  }
}

export type Fault = Refused | Unreachable;

/** What to put right, by the field that the service names; nothing of any other fault. */
export const fieldsOf = (fault: Fault | undefined): Record<string, string> =>
  fault instanceof Refused ? fault.fields : {};

export const isOvertaken = (fault: Fault | undefined): boolean =>
  fault instanceof Refused && fault.code === 'changed_meanwhile';

/** It is not there for her, or not any more: what the page still knows of it must go. It stays for a proof. */
export const isGone = (fault: Fault | undefined): boolean =>
  fault instanceof Refused &&
  !isProofCode(fault.code) &&
  [403, 404].includes(refusals[fault.code]?.status);

const isRefusalBody = (data: unknown): data is RefusalBody =>
  typeof data === 'object' && data !== null && 'code' in data && 'message' in data;

/** Whatever a proxy in between may have answered, she reads one of our own sentences. */
export const refusedBy = (data: unknown): Refused =>
  new Refused(isRefusalBody(data) ? data : { code: 'fault', message: refusals.fault.message });

export function asFault(error: unknown): Fault {
  if (error instanceof Refused || error instanceof Unreachable) return error;
  return refusedBy(undefined);
}
