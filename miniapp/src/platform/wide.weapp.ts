/** A phone shows one thing below the other. */
export const useWide = (): boolean => false;
