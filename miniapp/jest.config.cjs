const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];

// Pages and components as a browser runs them, with stand-ins for what Taro brings.
module.exports = {
  testEnvironment: 'jsdom',
  // A busy machine is slow, not wrong: this only ends what hangs.
  testTimeout: 60_000,
  // `x.proof.spec.ts` takes long and is only proved.
  testMatch: [
    '<rootDir>/src/**/*.spec.ts?(x)',
    '<rootDir>/test/{,phone/}*.spec.ts',
    ...(process.env.PROVE === '1' ? [] : ['!**/*.proof.*']),
  ],
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'json'],
  transform: { '^.+\\.tsx?$': swc },
  setupFiles: ['<rootDir>/test/stand-ins/build-constants.ts'],
  moduleNameMapper: {
    '\\.(scss|png)$': '<rootDir>/test/stand-ins/asset.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@niangjia/shared$': '<rootDir>/../shared/src/index.ts',
    '^@tarojs/components$': '<rootDir>/src/platform/elements.h5.tsx',
    '^@tarojs/taro$': '<rootDir>/test/stand-ins/taro.ts',
  },
};
