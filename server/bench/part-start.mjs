import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, table } from './measure.mjs';
import { serveDemonstration, serveProduct } from './processes.mjs';

const residentMb = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const aFolder = () => mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));

async function runs(count, serve) {
  const seen = [];
  for (let run = 0; run < count; run += 1) {
    const server = await serve();
    seen.push({ startMs: server.startMs, memoryMb: residentMb(server.pid) });
    await server.stop();
  }
  return seen;
}

/** From the start of the process to its first answer, and what it then holds of the memory. */
export async function measureStart({ isQuick }) {
  const count = isQuick ? 3 : 9;
  const [production, demonstration] = [aFolder(), aFolder()];
  const folders = [production, demonstration];
  const fresh = () => {
    folders.push(aFolder());
    return serveDemonstration(folders.at(-1));
  };
  await runs(1, () => serveProduct({ dataDir: production }));
  const sorts = {
    'production, database there': await runs(count, () => serveProduct({ dataDir: production })),
    'demonstration, first start': await runs(count, fresh),
    'demonstration, second start': (
      await runs(count + 1, () => serveDemonstration(demonstration))
    ).slice(1),
  };
  for (const folder of folders) rmSync(folder, { recursive: true });

  const rows = Object.entries(sorts).map(([sort, seen]) => [
    sort,
    Math.round(median(seen.map(({ startMs }) => startMs))),
    Math.round(median(seen.map(({ memoryMb }) => memoryMb))),
  ]);
  return `From the start of the process to the first answer, on SQLite; the median of ${count} runs.

${table(['start', 'ms', 'resident MB'], rows)}`;
}
