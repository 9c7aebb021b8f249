import { apiBase } from '@niangjia/shared';

/** WeChat wants a whole address; it is set when the mini-program is built. */
export const serviceAddress = API_ORIGIN + apiBase;
