import { webcrypto } from 'node:crypto';
import type { Heard } from './heard';
import { routeOf, type Query } from './queries';
import type { PageStack } from './page-stack';
import { storageOf, type Storage } from './storage';

export interface Surroundings {
  /** Address of the service; undefined is a phone without a network. */
  api?: string;
  /** Where the phone is, GCJ-02; undefined is permission refused. */
  location?: { longitude: number; latitude: number };
  /** WeChat's text size; 16 is standard. */
  fontSizeSetting?: number;
  storage?: Record<string, unknown>;
  /** What WeChat gives for `wx.login`; without it WeChat gives none. */
  loginCode?: () => Promise<string>;
}

export type WxCall = [name: string, options: unknown];
type Options = Record<string, unknown> & {
  url?: string;
  success?: (answer: object) => void;
  fail?: (error: object) => void;
  complete?: (answer: object) => void;
};

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** To callbacks, or as a promise where there are none. */
async function answered(
  name: string,
  { success, fail, complete, ...options }: Options,
  act: (options: Options) => Promise<object> | object | void,
): Promise<object> {
  await nextTurn();
  try {
    const answer = { errMsg: `${name}:ok`, ...(await act(options)) };
    success?.(answer);
    complete?.(answer);
    return answer;
  } catch (error) {
    const answer = { errMsg: `${name}:fail ${(error as Error).message}` };
    fail?.(answer);
    complete?.(answer);
    if (!fail && !complete && !success) throw error;
    return answer;
  }
}

const launch = { path: 'pages/home/index', query: {}, scene: 1011, referrerInfo: {} };

const systemOf = ({ fontSizeSetting = 16 }: Surroundings) => ({
  platform: 'android',
  system: 'Android 14',
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  SDKVersion: '3.8.0',
  fontSizeSetting,
});

/** The part of `wx` that our pages touch. Every call is written down. */
export function wxOf(
  around: Surroundings,
  stack: () => PageStack,
  calls: WxCall[],
  storage: Storage,
  request: unknown,
  heard: Heard,
) {
  const answering =
    (name: string, act: (options: Options) => Promise<object> | object | void) =>
    (options: Options = {}) => {
      calls.push([name, JSON.parse(JSON.stringify(options))]);
      return answered(name, options, act);
    };
  const quiet = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, answering(name, () => undefined)]));
  const going = (name: string, act: (route: string, query: Query) => void) =>
    answering(name, ({ url = '' }) => act(routeOf(url).route, routeOf(url).options));
  const system = systemOf(around);

  return {
    request,
    login: answering('login', async () => {
      if (!around.loginCode) throw new Error('no code');
      return { code: await around.loginCode() };
    }),
    navigateTo: going('navigateTo', (route, query) => stack().push(route, query)),
    redirectTo: going('redirectTo', (route, query) => stack().replace(route, query)),
    reLaunch: going('reLaunch', (route, query) => stack().restart(route, query)),
    switchTab: going('switchTab', (route) => stack().tab(route)),
    navigateBack: answering('navigateBack', ({ delta }) => stack().back(Number(delta ?? 1))),
    getFuzzyLocation: answering('getFuzzyLocation', () => {
      if (!around.location) throw new Error('auth deny');
      return around.location;
    }),
    getNetworkType: answering('getNetworkType', () => ({
      networkType: around.api ? 'wifi' : 'none',
    })),
    getRandomValues: answering('getRandomValues', ({ length }) => ({
      randomValues: webcrypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    ...quiet('setNavigationBarTitle', 'setNavigationBarColor', 'makePhoneCall', 'openLocation'),
    ...quiet('setClipboardData', 'showToast', 'stopPullDownRefresh', 'pageScrollTo'),
    ...quiet('exitMiniProgram', 'setVisualEffectOnCapture'),
    ...heard.wx,
    ...storageOf(storage),
    getSystemInfoSync: () => system,
    getAppBaseInfo: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: () => true,
    nextTick: (act: () => void) => setImmediate(act),
    createMapContext: () => ({}),
  };
}
