import vm from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';

/** A node as WeChat's own compiler makes it of a page's data. */
export interface Drawn {
  tag: string;
  attr?: Record<string, string | number | boolean | undefined>;
  children?: (Drawn | string)[];
}

export type Draw = (template: string, data: object) => Drawn;

// The compiled templates pass only objects of their own world on to their scripts, so the data
// crosses as JSON, as it does between WeChat's two threads.
const inItsWorld = (compiled: string) => `
  var window = globalThis, navigator = { userAgent: '' };
  var templates = (function (global) {${compiled}})({});
  (template, json) => templates(template)(JSON.parse(json));
`;

/** Compiles every wxml of a build with WeChat's `wcc` and returns what draws a page from its data. */
export function drawer(root: string): Draw {
  const context = vm.createContext({ console: { warn: refuse, error: refuse, log: refuse } });
  const drawn = vm.runInContext(inItsWorld(wxmlToJs(root)), context) as (
    template: string,
    json: string,
  ) => Drawn;

  const draw: Draw = (template, data) => {
    const page = drawn(template, JSON.stringify(data));
    return { ...page, children: (page.children ?? []).map(whole) };
  };
  // Below a certain depth Taro goes on in a component of its own, which draws itself.
  const whole = (node: Drawn | string): Drawn | string => {
    if (typeof node === 'string') return node;
    const { tag, attr, children = [] } = node;
    const own = tag === 'wx-comp' && attr ? draw('comp.wxml', attr).children : undefined;
    return { ...node, children: own ?? children.map(whole) };
  };
  return draw;
}

function refuse(...words: unknown[]): never {
  throw new Error(`a template could not be drawn: ${words.join(' ')}`);
}
