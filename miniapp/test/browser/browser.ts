import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { TextSize } from '../../src/platform/text-size';

const candidates = ['chromium', 'chromium-browser', 'google-chrome'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  for (const name of candidates) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      continue;
    }
  }
  throw new Error(`no browser: set CHROMIUM or install one of ${candidates.join(', ')}`);
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: quiet });

export interface Look {
  /** Where the H5 build is served, with its API: `http://127.0.0.1:3210/`. */
  baseUrl: string;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Her own setting, as kept by 我的. */
  textSize?: TextSize;
  /** WGS-84; without it the browser refuses a position. */
  location?: { longitude: number; latitude: number };
}

export interface H5 {
  page: Page;
  /** Everything the page said to the console as an error, and every uncaught one. */
  faults: string[];
  /** Opens a page of ours: `/women/ask/index?code=1`. */
  go: (address: string) => Promise<void>;
  /** A picture of the whole page, where SCREENSHOTS names a folder for it. */
  shot: (name: string) => Promise<void>;
  close: () => Promise<void>;
}

/** A phone-sized window on the H5 build, with its own storage. */
export async function openH5(browser: Browser, look: Look): Promise<H5> {
  const context = await browser.newContext(contextOf(look));
  await context.addInitScript((textSize) => {
    if (textSize) localStorage.setItem('text-size', JSON.stringify({ data: textSize }));
  }, look.textSize);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });

  return {
    page,
    faults,
    go: async (address) => {
      await page.goto(`${look.baseUrl.replace(/\/$/, '')}/#${address}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
    shot: async (name) => {
      if (!shotsFolder) return;
      mkdirSync(shotsFolder, { recursive: true });
      const path = join(shotsFolder, `${name}.png`);
      await growTo(page);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    },
    close: () => context.close(),
  };
}

const shotsFolder = process.env['SCREENSHOTS'];

const usual = { width: 375, height: 667 };

// Taro scrolls inside the page: the window grows to hold all of it, from its beginning.
async function growTo(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? usual;
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.screen')].map((screen) => screen.scrollHeight),
  );
  const height = Math.max(usual.height, ...heights) + bars;
  await page.setViewportSize({ width, height: Math.min(height, tallest) });
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('*')) each.scrollTop = 0;
  });
}

const bars = 120;
const tallest = 4000;

function contextOf({
  width = usual.width,
  height = usual.height,
  colorScheme,
  location,
}: Look): BrowserContextOptions {
  return {
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: colorScheme ?? 'light',
    geolocation: location,
    permissions: location ? ['geolocation'] : [],
  };
}
