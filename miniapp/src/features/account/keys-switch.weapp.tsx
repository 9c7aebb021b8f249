/** A phone has no keys. */
export const KeysSwitch = () => null;
