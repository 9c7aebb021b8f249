import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/bench.md', import.meta.url));
const titles = {
  nearest: 'Nearest, in process',
  http: 'Over HTTP',
  seats: 'Two thousand women for a hundred seats',
  visits: 'Five hundred visits from one phone',
  tree: 'The numbers of a branch of the tree',
  desk: 'A desk among a million tickets',
  start: 'Cold start and memory',
  weapp: 'The WeChat package',
  browser: 'The first screen in a browser',
};
const opening = `# Measurements

\`npm run bench\` writes this page; \`npm run bench -- nearest http seats visits tree desk start weapp browser\` runs parts of it, \`--quick\` a short run
that is printed only. What stands side by side was measured in one run, in turns: trust the ratios, not the milliseconds.
`;

const day = () => new Date().toISOString().slice(0, 10);

const machine = () =>
  `${day()}, Node ${process.version}, ${os.type()} ${os.release()}, ${os.cpus().length} × ${os.cpus()[0].model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB; load before the run ${os.loadavg()[0].toFixed(1)}`;

const begin = (part) => `<!-- ${part} -->`;

function sectionsOf(text) {
  const found = text.split(/^<!-- (\w+) -->$/m).slice(1);
  const sections = {};
  for (let at = 0; at < found.length; at += 2) sections[found[at]] = found[at + 1].trim();
  return sections;
}

/** A heading that says on which machine and when, before the work makes it busy. */
export const heading = (part) => `## ${titles[part]}\n\n${machine()}`;

/** Puts the parts that were measured in the place of their older selves. */
export function report(measured) {
  const older = existsSync(file) ? sectionsOf(readFileSync(file, 'utf8')) : {};
  const sections = { ...older, ...measured };
  const body = Object.keys(titles)
    .filter((part) => sections[part])
    .map((part) => `${begin(part)}\n\n${sections[part]}\n`);
  writeFileSync(file, [opening, ...body].join('\n'));
  return file;
}
