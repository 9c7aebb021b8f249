// Loaded before the service: at each SIGUSR2 its clock goes a quarter of an hour and a minute on.
const stepMs = 16 * 60_000;
const now = Date.now.bind(Date);
let aheadMs = 0;
Date.now = () => now() + aheadMs;
process.on('SIGUSR2', () => {
  aheadMs += stepMs;
  process.stdout.write(`clock ahead by ${aheadMs}\n`);
});
