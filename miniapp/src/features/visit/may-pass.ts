import { laterCodes, type RefusalCode } from '@niangjia/shared';

const passing: readonly RefusalCode[] = [...laterCodes, 'fault', 'busy', 'too_many'];

/** A refusal that may end without her: what it was said of is sent again with each sync. */
export const mayPass = (code: RefusalCode): boolean => passing.includes(code);
