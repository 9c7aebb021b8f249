import './steps/node-version.mjs';

const asked = process.argv.slice(2);
const names = asked.filter((word) => !word.startsWith('--'));

import('../bench/run.mjs')
  .then(({ bench }) => bench(names, asked.includes('--quick')))
  .catch((fault) => {
    console.error(fault.stack);
    process.exitCode = 1;
  });
