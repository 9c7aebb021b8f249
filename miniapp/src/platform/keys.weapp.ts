type UseKey = (key: string, act: (() => void) | undefined, place?: string) => void;

/** A phone has no keys. */
export const useKey: UseKey = () => undefined;
