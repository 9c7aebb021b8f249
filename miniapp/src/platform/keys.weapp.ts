/** A phone has no keys. */
export const useKey: (key: string, act: (() => void) | undefined) => void = () => undefined;
