const { transform, moduleFileExtensions, moduleNameMapper } = require('./jest.config.cjs');

// The two builds as they would be handed out: `dist/weapp` and `dist/h5` must be there.
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/{weapp,browser}/**/*.spec.ts'],
  transform,
  // For the tests that bring a part of the phone's own code to the real service.
  moduleFileExtensions,
  moduleNameMapper: {
    '^@/(.*)$': moduleNameMapper['^@/(.*)$'],
    '^@tarojs/taro$': moduleNameMapper['^@tarojs/taro$'],
  },
  testTimeout: 180_000,
};
