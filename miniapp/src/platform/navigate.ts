import Taro, { useRouter } from '@tarojs/taro';
import { withQuery } from './with-query';

export type PageQuery = Record<string, string | undefined>;

// WeChat keeps at most ten pages on the stack.
const deepest = 9;

/** Opens a page on top of this one: `goTo('/women/ask/index', { kind })`. */
export function goTo(page: string, query?: PageQuery): void {
  if (Taro.getCurrentPages().length >= deepest) return goInstead(page, query);
  void Taro.navigateTo({ url: withQuery(page, query) });
}

/** Opens a page in the place of this one, so that “back” does not come here again. */
export function goInstead(page: string, query?: PageQuery): void {
  void Taro.redirectTo({ url: withQuery(page, query) });
}

/** Opens one of the tab pages. They take no query. */
export function goToTab(page: string): void {
  void Taro.switchTab({ url: page });
}

/** One page back; to 首页 when there is none before. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goToTab('/pages/home/index');
}

/** The query of this page, decoded. */
export function usePageQuery(): PageQuery {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decoded(value ?? '')]),
  );
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
