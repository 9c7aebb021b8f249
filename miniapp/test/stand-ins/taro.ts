import { useEffect, useRef } from 'react';

interface Asked {
  url: string;
  method: string;
  data?: unknown;
  header: Record<string, string>;
  timeout: number;
}
type Answer = { statusCode: number; data: unknown };

const storage = new Map<string, unknown>();
const shown = new Set<() => void>();
const hidden = new Set<() => void>();

const noContent = async (): Promise<Answer> => ({ statusCode: 200, data: {} });

/** What WeChat rejects with when a request fails. */
export const wechatFault = (errMsg: string): Error => Object.assign(new Error(errMsg), { errMsg });

/** What a test sets and reads of the phone that Taro stands for. */
export const phone = {
  storage,
  asked: [] as Asked[],
  visited: [] as string[],
  pageQuery: {} as Record<string, string>,
  /** What `wx.login` gives, one for each call. */
  codes: [] as string[],
  /** Whether there is a network: the phone tells its pages when it comes and goes. */
  isOnline: true,
  /** Nothing more can be kept. */
  isFull: false,
  answer: noContent as (asked: Asked) => Promise<Answer>,
  /** She comes back to the page from another one. */
  comeBack: () => [...hidden, ...shown].forEach((act) => act()),
  setOnline(isConnected: boolean) {
    phone.isOnline = isConnected;
    Object.defineProperty(navigator, 'onLine', { value: isConnected, configurable: true });
    window.dispatchEvent(new Event(isConnected ? 'online' : 'offline'));
  },
  reset() {
    storage.clear();
    phone.setOnline(true);
    phone.isFull = false;
    phone.asked = [];
    phone.visited = [];
    phone.pageQuery = {};
    phone.codes = [];
    phone.answer = noContent;
  },
};

async function answerTo(asked: Asked): Promise<Answer> {
  if (!phone.isOnline) throw wechatFault('request:fail ');
  return phone.answer(asked);
}

const visit = async ({ url }: { url: string }) => void phone.visited.push(url);
const nothing = async () => undefined;

export const useRouter = () => ({ params: phone.pageQuery });
const heard = (watchers: Set<() => void>) => (act: () => void) => {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const hear = () => newest.current();
    watchers.add(hear);
    return () => void watchers.delete(hear);
  }, []);
};
// What is drawn after the page has opened never hears of its opening, so nothing here does.
export const useDidShow = heard(shown);
export const useDidHide = heard(hidden);
export const usePullDownRefresh = () => undefined;

export default {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (phone.isFull) throw wechatFault('setStorageSync:fail exceed storage max size 10Mb');
    storage.set(key, value);
  },
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  request: (asked: Asked) => {
    phone.asked.push(asked);
    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(wechatFault('request:fail abort'));
    });
    return Object.assign(Promise.race([answerTo(asked), aborted]), { abort });
  },
  login: async () => ({ code: phone.codes.shift() ?? '', errMsg: 'login:ok' }),
  getCurrentPages: () => [{}],
  navigateTo: visit,
  redirectTo: visit,
  switchTab: visit,
  navigateBack: nothing,
  onAppShow: () => undefined,
  offAppShow: () => undefined,
  setNavigationBarTitle: nothing,
  makePhoneCall: nothing,
  setClipboardData: nothing,
  stopPullDownRefresh: nothing,
};
