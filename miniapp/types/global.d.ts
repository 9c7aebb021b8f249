/// <reference types="@tarojs/taro" />
declare module '*.scss';
declare module '*.png' {
  const address: string;
  export default address;
}

/** Where the service is, for the WeChat build. Set at build time by TARO_APP_API. */
declare const API_ORIGIN: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    TARO_APP_API?: string;
  }
}
