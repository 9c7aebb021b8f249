import { configs as regexp } from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const says = (message, ...names) => names.map((name) => ({ name, message }));
const property = (object, name, message) => ({ object, property: name, message });

const environment = property(
  'process',
  'env',
  'The environment is read once, in server/src/platform/config.ts: ask Config.',
);
const chance = property(
  'Math',
  'random',
  'Guessable: newId() and randomId() make identifiers; tests take a printed seed.',
);
const phoneLocale = 'WeChat on Android has no Intl: format with the functions of shared/day.ts.';
const localeMethods = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];
const localeProperties = localeMethods.map((name) => ({ property: name, message: phoneLocale }));

const ownClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the clock: clock.now(), so that a test can tell the time.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the clock: clock.now(), so that a test can tell the time.',
  },
];

const taroOnlyInPlatform = {
  paths: says(
    'Taro APIs live in miniapp/src/platform, where WeChat and the browser differ.',
    '@tarojs/taro',
    '@tarojs/runtime',
    '@tarojs/router',
  ),
};

const plainRules = {
  eqeqeq: 'error',
  'no-constant-condition': 'error',
  'no-dupe-else-if': 'error',
  'no-else-return': 'error',
  'no-fallthrough': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unreachable': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  // Plain spelling reads better: (a|b), [A-Za-z0-9_].
  'regexp/no-unused-capturing-group': 'off',
  'regexp/prefer-w': 'off',
  'regexp/use-ignore-case': 'off',
  // Control characters are what some of our expressions look for.
  'no-control-regex': 'off',
  'regexp/no-obscure-range': ['error', { allowed: ['alphanumeric', '０-９', '一-鿿'] }],
};

export default defineConfig(
  { ignores: ['**/dist/', '**/coverage/', 'data/', '**/.swc/', '**/.cache/'] },
  // A rule that is wrong here is changed here, with its reason, and never silenced in a file.
  { linterOptions: { noInlineConfig: true } },
  regexp['flat/recommended'],
  { rules: plainRules },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Interfaces of libraries ask for a promise also where there is nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', environment, chance],
      'no-restricted-syntax': ['error', ...ownClock],
    },
  },
  {
    // Whoever sends a text decides how long it is; tests read only their own.
    files: ['{shared,server,miniapp}/src/**/*.{ts,tsx}', 'server/simulator/**/*.ts'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: { 'regexp/no-super-linear-move': 'error' },
  },
  {
    files: ['server/src/platform/config.ts', 'server/src/platform/clock.ts'],
    rules: { 'no-restricted-properties': ['error', chance], 'no-restricted-syntax': 'off' },
  },
  {
    files: ['shared/src/**/*.ts', 'miniapp/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...says(phoneLocale, 'Intl')],
      'no-restricted-properties': ['error', environment, ...localeProperties],
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ownClock] },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['miniapp/src/platform/**', '**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', taroOnlyInPlatform],
      'no-restricted-globals': [
        'error',
        ...says(phoneLocale, 'Intl'),
        ...says('What only WeChat has belongs in miniapp/src/platform.', 'wx'),
        ...says('What only a browser has belongs in miniapp/src/platform.', 'window', 'document'),
      ],
    },
  },
  {
    files: ['miniapp/src/platform/**/*.ts', 'miniapp/src/app.config.ts'],
    rules: {
      // Taro puts the words TARO_ENV and TARO_APP_… in while it builds; nothing is read on a phone.
      'no-restricted-properties': ['error', ...localeProperties],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', '*/test/**/*.{ts,tsx}'],
    rules: {
      // A test throws what a stranger would throw.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], languageOptions: { sourceType: 'module' } },
  { files: ['**/*.cjs', 'miniapp/babel.config.js'], languageOptions: { sourceType: 'commonjs' } },
);
