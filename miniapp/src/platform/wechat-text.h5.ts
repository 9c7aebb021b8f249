/** A browser scales text itself. */
export const wechatTextFactor = (): number => 1;
