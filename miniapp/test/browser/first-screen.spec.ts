import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { town } from '../her';
import { startService, type Service } from '../service';
import { poster, setHours } from '../xiamei';
import { launchBrowser, openH5 } from './browser';

const record = join(__dirname, '../../dist/.first-screen');
const runs = process.env['PROVE'] === '1' ? 5 : 1;
const slowDown = 4;
const mostShift = 0.05;

interface Seen {
  largestPaintMs: number;
  shift: number;
}
declare global {
  interface Window {
    seen: Seen & { moved: string[] };
  }
}

/** Each opened by somebody whose browser holds nothing of ours yet. */
const screens: [name: string, address: string, shows: string | RegExp, asNew: boolean][] = [
  ['first visit', '/#/pages/home/index', '选乡镇', true],
  ['homes of her town', '/#/pages/home/index', /^再看 \d+ 个$/, false],
  ['code on the wall', `/q/${poster.code}`, poster.home, true],
  ['asking for help', '/#/women/ask/index', '家里有人打骂', true],
];

let service: Service;
let browser: Browser;
const measured: Record<string, number[]> = {};

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  await setHours(service);
});
afterAll(async () => {
  const load = Number(loadavg()[0]?.toFixed(1));
  writeFileSync(
    record,
    JSON.stringify({ slowDown, load, at: new Date(), largestPaintMs: measured }),
  );
  await browser.close();
  await service.stop();
});

function watch(): void {
  window.seen = { largestPaintMs: 0, shift: 0, moved: [] };
  const hear = (type: string, told: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({
      type,
      buffered: true,
    });
  hear('largest-contentful-paint', ({ startTime }) => (window.seen.largestPaintMs = startTime));
  hear('layout-shift', (entry) => {
    const { value, sources } = entry as PerformanceEntry & {
      value: number;
      sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
    };
    window.seen.shift += value;
    window.seen.moved.push(
      `${value}: ${sources.map(({ node, previousRect: was, currentRect: is }) => `${node?.className} from ${was.y} to ${is.y}`).join()}`,
    );
  });
}

async function slowly(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
}

async function opened(
  address: string,
  shows: string | RegExp,
  asNew: boolean,
): Promise<Window['seen']> {
  const { page, close } = await openH5(browser, { baseUrl: service.origin });
  await page.addInitScript(watch);
  if (!asNew)
    await page.addInitScript((hers) => {
      localStorage.setItem('welcomed', JSON.stringify({ data: true }));
      localStorage.setItem('town', JSON.stringify({ data: hers }));
    }, town);
  page.setDefaultTimeout(15_000);
  await slowly(page);
  await page.goto(`${service.origin}${address}`);
  await page.getByText(shows).filter({ visible: true }).last().waitFor();
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => window.seen);
  await close();
  return seen;
}

it.each(screens)('%s moves nothing while it loads', async (name, address, shows, asNew) => {
  for (let run = 0; run < runs; run += 1) {
    const { shift, moved, largestPaintMs } = await opened(address, shows, asNew);
    (measured[name] ??= []).push(Math.round(largestPaintMs));
    expect(shift < mostShift ? [] : [shift, ...moved]).toEqual([]);
  }
  const sorted = [...(measured[name] ?? [])].sort((a, b) => a - b);
  process.stdout.write(
    `  ${name}: largest paint ${sorted[sorted.length >> 1]} ms of ${sorted.join()}, processor ${slowDown} times slower\n`,
  );
});
