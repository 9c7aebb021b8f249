import { laterCodes, type RefusalCode } from '@niangjia/shared';

const ofTheService: readonly RefusalCode[] = ['fault', 'busy', 'too_many'];
const passing: readonly RefusalCode[] = [...laterCodes, ...ofTheService];

/** A refusal that may end without her: what it was said of is sent again with each sync. */
export const mayPass = (code: RefusalCode): boolean => passing.includes(code);

/** The fault is not in what she wrote, and it may be stored all the same: nothing for her to put right. */
export const isNotHers = (code: RefusalCode): boolean => ofTheService.includes(code);
