import { thisPhone, type Disk } from '@/platform/disk';

const keys = 'field-key/';

export const keyPlace = (accountId: string): string => keys + accountId;
export const recordPlace = (accountId: string): string => `field/${accountId}/`;

/** The accounts of which this phone keeps field work that can be read. */
export const keyPlaces = (disk: Disk): string[] =>
  disk
    .keys()
    .filter((key) => key.startsWith(keys))
    .map((key) => key.slice(keys.length));

/** Whether she has to leave the field work before she signs out. Opens nothing, so that every page can ask. */
export const keepsFieldWork = (accountId: string): boolean =>
  keyPlaces(thisPhone).includes(accountId);
