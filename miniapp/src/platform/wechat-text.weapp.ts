import Taro from '@tarojs/taro';

interface TextSettings {
  fontSizeSetting?: number;
  fontSizeScaleFactor?: number;
}

const standardPx = 16;

/** How much larger than standard she has set the text in WeChat: 关怀模式 is 1.4. */
export function wechatTextFactor(): number {
  // Taro's types do not know these two yet.
  const settings = (Taro.getAppBaseInfo?.() ?? {}) as TextSettings;
  return settings.fontSizeScaleFactor ?? (settings.fontSizeSetting ?? standardPx) / standardPx;
}
