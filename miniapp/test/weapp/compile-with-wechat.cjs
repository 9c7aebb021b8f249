// Runs WeChat's own compiler over a project folder. It never ends by itself, so this does.
const ci = require('miniprogram-ci');
const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config.js');

const project = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath: process.argv[2],
  privateKey: 'none',
  // In the place of a question to WeChat's servers: the limits that WeChat ships.
  attr: async () => ({ ...DefaultProjectAttr }),
});

const end = (outcome) => process.send(outcome, () => process.exit(0));

ci.getCompiledResult({ project, version: '0.0.0', desc: 'check', setting: { minify: false } }).then(
  (files) => end({ files: Object.keys(files ?? {}).length }),
  (error) => end({ fault: String(error?.message ?? error) }),
);
