import type { HTMLAttributes } from 'react';

/**
 * What `@tarojs/components` is in a browser: plain elements in the place of Taro's own. Those put their content
 * into its place once more after it is drawn, and whatever has the focus by then loses it
 * (https://github.com/stenciljs/core/issues/2340).
 */
export const View = (props: HTMLAttributes<HTMLDivElement>) => <div {...props} />;

export const Text = (props: HTMLAttributes<HTMLSpanElement>) => <span {...props} />;
