import { createRequire } from 'node:module';
import nacl from 'tweetnacl';
import { median, quantile } from './measure.mjs';

const require = createRequire(import.meta.url);
const today = '2026-11-22';
const times = 300;

const woman = (n, addDays) => ({
  id: String(n).padStart(26, '0'),
  ledgerEntryId: String(n).padStart(26, '1'),
  gridId: '2'.repeat(26),
  householdId: null,
  name: `示例·${n}`,
  phone: '13800000000',
  address: '霞美村一组 12 号',
  linkedOn: '2026-01-01',
  lastVisitDay: n % 3 ? addDays(today, -(n % 200)) : null,
  followUpDay: n % 5 ? null : addDays(today, (n % 20) - 10),
  handedOverOn: null,
});

/** What a phone does to show the tasks: open its encrypted copy, read it, and put what is due in order. */
export function measureTaskList(links = 200) {
  // Only now is it sure to be built; its ES modules are for bundlers, and Node takes the others.
  const { addDays, tasksOf } = require('@niangjia/shared');
  const key = nacl.randomBytes(nacl.secretbox.keyLength);
  const nonce = nacl.randomBytes(nacl.secretbox.nonceLength);
  const women = Array.from({ length: links }, (_, n) => woman(n, addDays));
  const copy = nacl.secretbox(new Uint8Array(Buffer.from(JSON.stringify(women))), nonce, key);

  let tasks = 0;
  const took = Array.from({ length: times }, () => {
    const from = performance.now();
    const opened = nacl.secretbox.open(copy, nonce, key);
    tasks = tasksOf(JSON.parse(Buffer.from(opened).toString()), today).length;
    return performance.now() - from;
  });
  const figures = [median(took), quantile(took, 0.99)].map((ms) => ms.toFixed(2));
  return `The task list of ${links} links as a phone builds it (${(copy.length / 1024).toFixed(0)} KB encrypted, ${tasks} tasks): median ${figures[0]} ms, p99 ${figures[1]} ms on this machine.`;
}
