/** A colour or icon of the bars: WeChat reads both modes from theme.json, a browser needs a value. */
export const themed = (name: string, light: string): string =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : light;
