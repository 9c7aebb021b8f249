import vm from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';

/** A node as WeChat's own compiler makes it of a page's data. */
export interface Drawn {
  tag: string;
  attr?: Record<string, unknown>;
  children?: (Drawn | string)[];
}

export type Draw = (template: string, data: object) => Drawn;

/** Compiles every wxml of a build with WeChat's `wcc` and returns what draws a page from its data. */
export function drawer(root: string): Draw {
  const context = vm.createContext({});
  const compiled = vm.runInContext(
    `var window = globalThis, navigator = { userAgent: '' }; (function (global) {${wxmlToJs(root)}})`,
    context,
  ) as (global: object) => (template: string) => (data: object) => Drawn;
  const templates = compiled({});

  const draw: Draw = (template, data) => {
    const page = templates(template)(data);
    return { ...page, children: (page.children ?? []).map(whole) };
  };
  // Below a certain depth Taro goes on in a component of its own, which draws itself.
  const whole = (node: Drawn | string): Drawn | string => {
    if (typeof node === 'string') return node;
    const own =
      node.tag === 'wx-comp' && node.attr ? draw('comp.wxml', node.attr).children : undefined;
    return { ...node, children: own ?? (node.children ?? []).map(whole) };
  };
  return draw;
}
