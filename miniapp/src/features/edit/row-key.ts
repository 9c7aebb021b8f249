let last = 0;

/** Tells rows apart while others come and go, also from those of a draft begun before the app was closed. */
export const newRowKey = (): number => (last = Math.max(last + 1, Date.now()));
