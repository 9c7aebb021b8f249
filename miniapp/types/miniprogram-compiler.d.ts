declare module 'miniprogram-compiler' {
  /** Runs WeChat's `wcc` over every wxml below a folder. Throws with its message when one is wrong. */
  export function wxmlToJs(root: string): string;
  /** Runs WeChat's `wcsc` over every wxss below a folder. */
  export function wxssToJs(root: string): string;
}
