import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Heard } from './host/heard';
import { noteSetData } from './host/largest-set-data';
import { moduleWorld } from './host/modules';
import { PageStack, run } from './host/page-stack';
import { routeOf } from './host/queries';
import { drawer, type Drawn } from './host/render';
import { requester } from './host/requests';
import { Timers } from './host/timers';
import { isBox, isCalled, isTappable, linesOf, placed, theOne, type Placed } from './host/tree';
import { wxOf, type Surroundings, type WxCall } from './host/wx';

interface AppJson {
  tabBar: { list: { pagePath: string; text: string }[] };
}

export const weappRoot = join(__dirname, '../../dist/weapp');
const patienceMs = 10_000;

/**
 * Runs the built mini-program without WeChat: its own bundle, WeChat's template compiler, a small
 * `wx`. There is no layout, and native parts (map, keyboard) are only nodes.
 */
export async function bootWeapp(around: Surroundings = {}, root = weappRoot): Promise<WeappPhone> {
  const phone = new WeappPhone(around, root);
  await phone.timers.settled();
  return phone;
}

export class WeappPhone {
  /** Every call of `wx`, in order: `['navigateTo', { url }]`. */
  readonly calls: WxCall[] = [];
  /** Bytes of each `setData`. */
  readonly setDataBytes: number[] = [];

  /** Acts of her finger, a double tap being one. */
  taps = 0;

  /** What is kept on this phone. */
  readonly storage: Map<string, unknown>;

  private readonly tabs: AppJson['tabBar']['list'];
  private readonly stack: PageStack;
  private readonly draw: ReturnType<typeof drawer>;
  private readonly waiting = new Set<() => void>();
  private readonly heard = new Heard();
  readonly timers = new Timers();

  constructor(
    private readonly around: Surroundings,
    root: string,
  ) {
    const appJson = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson;
    this.tabs = appJson.tabBar.list;
    this.storage = new Map(Object.entries(around.storage ?? {}));
    this.draw = drawer(root);
    this.stack = new PageStack({
      configOf: (route) => world.configOf(route),
      isTab: (route) => this.tabs.some(({ pagePath }) => pagePath === route),
      changed: (bytes) => {
        noteSetData(bytes, root);
        this.changed(bytes);
      },
    });

    const request = requester(() => this.around.api, this.calls);
    const wx = wxOf(around, () => this.stack, this.calls, this.storage, request, this.heard);
    const world = moduleWorld(root, wx, this.timers, () => this.stack.pages);
    world.load('app');
    world.app().onLaunch?.(wx.getLaunchOptionsSync());
    world.app().onShow?.(wx.getLaunchOptionsSync());
  }

  get route(): string {
    return this.stack.top.route;
  }

  get depth(): number {
    return this.stack.pages.length;
  }

  /** The page on top as WeChat would draw it. */
  tree(): Drawn {
    return this.draw(`${this.route}.wxml`, this.stack.top.data);
  }

  /** What the page on top shows, line by line. */
  text(): string {
    return linesOf(this.tree());
  }

  /** Opens a page as WeChat does from a QR code: alone on the stack. */
  async open(url: string): Promise<void> {
    const { route, options } = routeOf(url);
    this.stack.restart(route, options);
    await this.timers.settled();
  }

  async tab(text: string): Promise<void> {
    const tab = this.tabs.find((each) => each.text === text);
    if (!tab) throw new Error(`no tab ${text}`);
    this.stack.tab(tab.pagePath);
    await this.timers.settled();
  }

  /** WeChat's own way back, at the top of each page. */
  async back(): Promise<void> {
    this.stack.back(1);
    await this.timers.settled();
  }

  /** Taps what a reader calls by these words, once it is there; twice before anything can change. */
  async tap(words: string, times = 1): Promise<void> {
    const tap = await this.met(isTappable, words);
    this.taps += 1;
    for (let time = 0; time < times; time += 1) this.fire('tap', tap, {});
    await this.timers.settled();
  }

  async type(label: string, value: string): Promise<void> {
    const box = await this.met(isBox, label);
    this.fire('input', box, { value, cursor: value.length });
    await this.timers.settled();
  }

  /** What the page has put into a box; Taro sends back what she typed. */
  valueSetBy(label: string): string | undefined {
    const value = this.find(isBox, label).node.attr?.['value'];
    return value === undefined ? undefined : String(value);
  }

  goOffline(): void {
    delete this.around.api;
    this.heard.tellNetwork(false);
  }

  goOnline(api: string): void {
    this.around.api = api;
    this.heard.tellNetwork(true);
  }

  /** She puts the app away and comes back to it. What is kept on the phone stays. */
  awayAndBack(): void {
    this.heard.tellHidden();
    this.heard.tellShown();
  }

  /** Resolves when the page shows these words or the condition holds; looks at every `setData`. */
  until(holds: string | (() => boolean), wanted = String(holds)): Promise<void> {
    const met = typeof holds === 'string' ? () => this.text().includes(holds) : holds;
    return new Promise((resolve, reject) => {
      const stop = (settle: () => void) => {
        clearTimeout(limit);
        this.waiting.delete(look);
        settle();
      };
      const look = () => met() && stop(resolve);
      const limit = setTimeout(() => stop(() => reject(this.lost(wanted))), patienceMs);
      this.waiting.add(look);
      setImmediate(look);
    });
  }

  private lost(wanted: string): Error {
    return new Error(`waited for ${wanted}; ${this.route} shows:\n${this.text()}`);
  }

  private changed(bytes: number): void {
    this.setDataBytes.push(bytes);
    this.waiting.forEach((look) => look());
  }

  private async met(kind: (node: Drawn) => boolean, words: string): Promise<Placed> {
    const isThere = ({ node }: Placed) => kind(node) && isCalled(node, words);
    await this.until(() => placed(this.tree()).some(isThere), words);
    return this.find(kind, words);
  }

  private find(kind: (node: Drawn) => boolean, words: string): Placed {
    const all = placed(this.tree());
    return theOne(
      all.filter(({ node }) => kind(node)),
      words,
    );
  }

  // Native events rise; Taro finds its own node by the data-sid of currentTarget.
  private fire(type: string, target: Placed, detail: object): void {
    [target, ...target.above]
      .filter(({ node }) => node.attr?.[`bind${type}`] === 'eh')
      .forEach((at) => {
        const marks = { target: markOf(target), currentTarget: markOf(at) };
        run(this.stack.top, 'eh', { type, detail, timeStamp: performance.now(), ...marks });
      });
  }
}

const sidOf = ({ node }: Placed): string => String(node.attr?.['data-sid']);
const markOf = (at: Placed) => ({ id: String(at.node.attr?.['id']), dataset: { sid: sidOf(at) } });
