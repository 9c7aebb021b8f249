/** A phone has no keys to tell of. */
export const Keys = () => null;
