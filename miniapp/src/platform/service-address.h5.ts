import { apiBase } from '@niangjia/shared';

/** In a browser the service is where the page came from. */
export const serviceAddress = apiBase;
