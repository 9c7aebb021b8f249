/// <reference types="@tarojs/taro" />
declare module '*.scss';
declare module '*.png' {
  const address: string;
  export default address;
}

/** Where the service is, for the WeChat build. Set at build time by TARO_APP_API. */
declare const API_ORIGIN: string;

/** Version of WeChat's plug-in 同声传译 for 听一听; empty without it. Set at build time by TARO_APP_SPEECH. */
declare const SPEECH_PLUGIN: string;
declare function requirePlugin(name: string): unknown;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    TARO_APP_API?: string;
    TARO_APP_SPEECH?: string;
  }
}
