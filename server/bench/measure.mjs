import { readFileSync } from 'node:fs';

const msPerTick = 10;

/** What a process of Linux has computed so far: it says more than the clock when others are busy beside it. */
export function computedMs(pid) {
  const [, after] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = after.split(' ').slice(11, 13).map(Number);
  return (user + system) * msPerTick;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

export function quantile(numbers, part) {
  const all = sorted(numbers);
  return all[Math.min(all.length - 1, Math.floor(all.length * part))];
}
export const median = (numbers) => quantile(numbers, 0.5);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Asks every contender the same questions, taking turns, so that a busy moment of the machine hits all
 * of them. Milliseconds of each answer by the contender's name.
 */
export async function takingTurns(contenders, questions) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (const [at, question] of questions.entries()) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + at) % names.length];
      const from = performance.now();
      await contenders[name](question);
      times[name].push(performance.now() - from);
    }
  }
  return times;
}

/** Milliseconds as cells of a table: median, 99th percentile, and answers a second one after another. */
export const latencyCells = (times) => [
  median(times).toFixed(3),
  quantile(times, 0.99).toFixed(2),
  Math.round((times.length / sum(times)) * 1000).toLocaleString('en'),
];

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const rate = (times) => (times.length / sum(times)) * 1000;
