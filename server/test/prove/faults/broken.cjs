// Loaded before the server: does to it, when it is told, what happens to a process.
require('../../faults/end-with-parent.cjs');
const { ServerResponse } = require('node:http');

const RealDate = Date;
const realNow = Date.now;
let shiftMs = 0;
RealDate.now = () => realNow() + shiftMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (Target, given) => new Target(...(given.length > 0 ? given : [RealDate.now()])),
});

const kept = [];
function fill() {
  for (let n = 0; n < 200; n += 1) kept.push(new Array(10_000).fill(kept.length));
  setImmediate(fill);
}

function dieBeforeAnswer() {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (...given) {
    if (this.req.method === 'POST') process.kill(process.pid, 'SIGKILL');
    return writeHead.apply(this, given);
  };
}

const does = {
  shift: ({ ms }) => (shiftMs = ms),
  throw: () =>
    setImmediate(() => {
      throw new Error('nobody catches this');
    }),
  reject: () => void Promise.reject(new Error('nobody catches this')),
  fill: () => setImmediate(fill),
  dieBeforeAnswer,
};

process.on('message', (command) => {
  does[command.do](command);
  process.send('heard');
});
