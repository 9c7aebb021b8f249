// Loaded before the server: kills it at the n-th statement of a transaction, before it is sent or after
// it was answered. The harness says when to begin counting.
require('./end-with-parent.cjs');
const { Connection } = require('mysql2');

let plan;
let counting = false;
let seen = 0;

const end = () => process.kill(process.pid, 'SIGKILL');

function textOf(statement) {
  return typeof statement === 'string' ? statement : statement.sql;
}

function isTheOne(statement) {
  if (!plan) return false;
  counting ||= /^START TRANSACTION/i.test(textOf(statement));
  if (!counting) return false;
  seen += 1;
  return seen === plan.at;
}

for (const name of ['query', 'execute']) {
  const send = Connection.prototype[name];
  Connection.prototype[name] = function (...given) {
    if (!isTheOne(given[0])) return send.apply(this, given);
    if (plan.when === 'before') return end();
    const answer = given.pop();
    return send.call(this, ...given, (...result) => {
      end();
      answer(...result);
    });
  };
}

process.on('message', (given) => {
  plan = given;
  counting = false;
  seen = 0;
  process.send('armed');
});
