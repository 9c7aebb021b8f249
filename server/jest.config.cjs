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

// `x.mariadb.spec.ts` is about that database alone, `x.proof.spec.ts` takes long and is only proved.
const { TEST_DB = 'sqlite', PROVE } = process.env;
const others = [TEST_DB === 'mariadb' ? 'sqlite' : 'mariadb', ...(PROVE === '1' ? [] : ['proof'])];

module.exports = {
  // A busy machine is slow, not wrong: this only ends what hangs.
  testTimeout: 120_000,
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    '<rootDir>/test/**/*.spec.ts',
    ...others.map((name) => `!**/*.${name}.*`),
  ],
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    [`/${'(@nestjs|cookie|content-disposition)'}/.+\\.m?js$`]: swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?${esm})`],
  moduleNameMapper: { '^@niangjia/shared$': '<rootDir>/../shared/src/index.ts' },
};
