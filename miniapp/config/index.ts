import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const type = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-level': '',
};
const state = { 'aria-checked': '', 'aria-disabled': '', 'aria-selected': '', 'aria-busy': '' };
const dialog = { 'aria-modal': '', 'aria-expanded': '' };

// Taro's WeChat templates drop aria attributes unless they are named here.
const aria = {
  components: {
    View: { ...spoken, ...state, ...dialog },
    Text: spoken,
    Image: spoken,
    Input: spoken,
    Textarea: spoken,
    Picker: { ...spoken, ...state },
    Map: spoken,
    ScrollView: spoken,
  },
};

const elements = path.resolve(__dirname, '..', 'src', 'platform', 'elements.h5.tsx');

const fromStatic = (file: string) => ({ from: `src/static/${file}`, to: `dist/${type}/${file}` });
// Taro copies tab icons that app.json names; ours are named by the theme.
const tabIcons = ['home', 'activity', 'job', 'mine'].flatMap((name) =>
  ['', '-on', '-dark', '-dark-on'].map((look) => ({
    from: `src/assets/tab/${name}${look}.png`,
    to: `dist/weapp/assets/tab/${name}${look}.png`,
  })),
);
const weappFiles = [fromStatic('sitemap.json'), fromStatic('theme.json'), ...tabIcons];

export default defineConfig<'webpack5'>({
  projectName: 'niangjia',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${type}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [['@tarojs/plugin-inject', aria]],
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  defineConstants: {
    API_ORIGIN: JSON.stringify(process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'),
    SPEECH_PLUGIN: JSON.stringify(process.env.TARO_APP_SPEECH ?? ''),
  },
  // With a cache Taro writes what subpackages share as it was before the change.
  cache: { enable: type === 'h5' },
  // Chinese is written as it is: escaped, each character takes twice as many bytes.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    // No rule of ours leans on the order of another page's; the reset of taps comes with the app.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: false, config: {} } },
  },
  h5: {
    miniCssExtractPluginOption: { ignoreOrder: true },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { pxtransform: { enable: false, config: {} } },
    webpackChain(chain, webpack) {
      // An alias will not do: of a module that is asked for by this name Taro drops what it does not know.
      chain
        .plugin('elements')
        .use(webpack.NormalModuleReplacementPlugin, [/^@tarojs\/components$/, elements]);
      // Without this every page chunk repeats what Taro brings under pnpm.
      chain.merge({
        performance: { hints: false },
        optimization: {
          splitChunks: {
            chunks: 'all',
            minSize: 20000,
            cacheGroups: {
              default: false,
              common: false,
              vendors: false,
              taro: false,
              defaultVendors: {
                test: /[\\/]node_modules[\\/]/,
                name: 'vendors',
                minChunks: 2,
                chunks: 'all',
                priority: 10,
                reuseExistingChunk: true,
              },
            },
          },
        },
      });
    },
  },
  copy: {
    patterns: type === 'h5' ? [fromStatic('weather.html')] : weappFiles,
    options: {},
  },
});
