import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import vm from 'node:vm';
import type { PageConfig } from './page-stack';
import type { Timers } from './timers';

export interface AppConfig {
  onLaunch?: (options: object) => void;
  onShow?: (options: object) => void;
}

/** A JavaScript world as bare as WeChat's, and the build's own `require` in it. */
export function moduleWorld(
  root: string,
  wx: object,
  { setTimeout, clearTimeout }: Timers,
  openPages: () => object[],
) {
  const pages = new Map<string, PageConfig>();
  const loaded = new Map<string, { exports: unknown }>();
  let app: AppConfig = {};
  let loading = '';

  const context = vm.createContext(
    {
      wx,
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      getCurrentPages: openPages,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  // Android's WeChat has no Intl.
  vm.runInContext('delete globalThis.Intl', context);
  Object.assign(context, {
    App: (config: AppConfig) => (app = config),
    getApp: () => app,
    Page: (config: PageConfig) => pages.set(loading, config),
    Component: (config: PageConfig) => pages.set(loading, config),
    Behavior: (config: object) => config,
  });

  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const outer = loading;
    loading = file.replace(/\.js$/, '');
    const source = `(function (require, module, exports) {${readFileSync(posix.join(root, file), 'utf8')}\n})`;
    const run = vm.runInContext(source, context, { filename: file }) as (
      ...given: unknown[]
    ) => void;
    run((other: string) => load(posix.join(posix.dirname(file), other)), module, module.exports);
    loading = outer;
    return module.exports;
  };

  const configOf = (route: string): PageConfig => {
    load(route);
    const config = pages.get(route);
    if (!config) throw new Error(`${route} registered no page`);
    return config;
  };
  return { load, configOf, app: () => app };
}
