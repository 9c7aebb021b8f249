import type { Query } from './queries';
import { applied } from './page-data';

export interface PageConfig {
  [member: string]: unknown;
  data?: object;
}

export interface OpenPage extends PageConfig {
  route: string;
  options: Query;
  data: object;
}

interface Stage {
  configOf: (route: string) => PageConfig;
  isTab: (route: string) => boolean;
  changed: (bytes: number) => void;
}

const deepest = 10;

/** The pages WeChat holds open, with its rules about tabs and depth. */
export class PageStack {
  readonly pages: OpenPage[] = [];

  constructor(private readonly stage: Stage) {}

  get top(): OpenPage {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  }

  push(route: string, options: Query): void {
    if (this.pages.length >= deepest) throw new Error('webview count limit exceed');
    this.refuseTab(route);
    if (this.pages.length) run(this.top, 'onHide');
    this.open(route, options);
  }

  replace(route: string, options: Query): void {
    this.refuseTab(route);
    this.close(1);
    this.open(route, options);
  }

  restart(route: string, options: Query): void {
    this.close(this.pages.length);
    this.open(route, options);
  }

  tab(route: string): void {
    if (!this.stage.isTab(route)) throw new Error(`${route} is not a tab page`);
    const open = this.pages[0]?.route === route;
    this.close(open ? this.pages.length - 1 : this.pages.length);
    if (open) run(this.top, 'onShow');
    else this.open(route, {});
  }

  back(pages: number): void {
    this.close(Math.min(pages, this.pages.length - 1));
    run(this.top, 'onShow');
  }

  private refuseTab(route: string): void {
    if (this.stage.isTab(route)) throw new Error(`can not open the tab page ${route} this way`);
  }

  private close(count: number): void {
    this.pages
      .splice(this.pages.length - count)
      .reverse()
      .forEach((page) => run(page, 'onUnload'));
  }

  private open(route: string, options: Query): void {
    const config = this.stage.configOf(route);
    const page: OpenPage = { ...config, route, options, data: config.data ?? {} };
    page['setData'] = (changes: object, done?: () => void) => {
      const { data, bytes } = applied(page.data, changes);
      page.data = data;
      setImmediate(() => done?.call(page));
      this.stage.changed(bytes);
    };
    this.pages.push(page);
    run(page, 'onLoad', options);
    run(page, 'onShow');
    setImmediate(() => run(page, 'onReady'));
  }
}

export function run(page: OpenPage, member: string, argument?: object): void {
  const act = page[member];
  if (typeof act === 'function') act.call(page, argument);
}
