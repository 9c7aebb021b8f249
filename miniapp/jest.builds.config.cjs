const { transform } = require('./jest.config.cjs');

// The two builds as they would be handed out: `dist/weapp` and `dist/h5` must be there.
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/{weapp,browser}/**/*.spec.ts'],
  transform,
  testTimeout: 180_000,
};
