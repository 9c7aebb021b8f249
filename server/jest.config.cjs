const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: syntax,
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];
// These packages are ES modules only; Jest on Node 20 cannot require() them untransformed.
const esm = '(@nestjs[+/]|cookie@|cookie/|content-disposition)';

module.exports = {
  // A busy machine is slow, not wrong: this only ends what hangs.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    [`/${'(@nestjs|cookie|content-disposition)'}/.+\\.m?js$`]: swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?${esm})`],
  moduleNameMapper: { '^@niangjia/shared$': '<rootDir>/../shared/src/index.ts' },
};
