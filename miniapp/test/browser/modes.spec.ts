import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { routes } from '../routes';
import { launchBrowser, openH5, type H5, type Look } from './browser';
import { axeFaults } from './checks/axe';
import { boxesWithoutLabel, clippedText, scaleText, tallFrom } from './checks/layout';
import { coveredTaps, smallTaps, tightTaps } from './checks/touch';
import { answerAll, reach, stops } from './every-page';
import { serveH5 } from './serve-h5';

let browser: Browser;
let server: Server;
let baseUrl: string;
let shapes = 0;

const all = process.env['PROVE'] === '1';
const widths = all ? [320, 375, 414, 768, 1280] : [320, 1280];
const scales = all ? [1, 1.4, 2] : [1, 2];

beforeAll(async () => {
  browser = await launchBrowser();
  ({ server, baseUrl } = await serveH5());
});
afterAll(async () => {
  const looks = `${stops.length} pages and states × 3 modes`;
  process.stdout.write(
    `modes: ${looks}, ${shapes} shapes of ${widths.join()} px ×${scales.join()}\n`,
  );
  await browser.close();
  server.close();
});

interface Mode {
  look: Omit<Look, 'baseUrl'>;
  /** Text is never smaller than this here. */
  leastScale: number;
  /** The same page is looked at in dark too: its colours hang on nothing else, and its shapes are those of light. */
  inDark?: true;
}

// Help pages are slate in each of these: their colours hang on the page and not on the mode.
const modes: [string, Mode][] = [
  ['light', { look: {}, leastScale: 1, inDark: true }],
  ['elder', { look: { textSize: 'elder' }, leastScale: 1.3 }],
];

async function darkFaults({ page, shot }: H5, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(`${name}-dark`);
  const found = await axeFaults(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return found.map((fault) => `in dark: ${fault}`);
}

/** What does not fit, at each width and text size. */
async function shapeFaults(
  { page, shot }: H5,
  { leastScale }: Mode,
  name: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    for (const scale of scales.map((each) => Math.max(each, leastScale))) {
      await page.setViewportSize({ width, height: width < 768 ? 667 : 800 });
      await scaleText(page, scale);
      shapes += 1;
      const faults = await Promise.all([
        clippedText(page),
        smallTaps(page, scale >= tallFrom ? 60 : 44),
        tightTaps(page),
        coveredTaps(page),
      ]);
      found.push(...faults.flat().map((fault) => `${width} px, text ×${scale}: ${fault}`));
      await shot(`${name}-${width}-x${scale}`);
    }
  }
  return found;
}

describe.each(modes)('in a browser, %s', (name, mode) => {
  it.each(stops)('$name can be read, heard and tapped', async (stop) => {
    const h5 = await openH5(browser, { baseUrl, ...mode.look });
    await answerAll(h5.page, stop);
    await h5.go(stop.address);
    await reach(h5.page, stop);
    await h5.shot(`${stop.name}-${name}`);

    const heard = [...(await axeFaults(h5.page)), ...(await boxesWithoutLabel(h5.page))];
    const dark = mode.inDark ? await darkFaults(h5, stop.name) : [];
    const shaped = await shapeFaults(h5, mode, `${stop.name}-${name}`);
    expect([...heard, ...dark, ...shaped, ...h5.faults]).toEqual([]);
    await h5.close();
  });
});

it('leaves no page out', () => {
  const seen = new Set(stops.map(({ address }) => address.replace(/^\/|\/index.*$/g, '')));
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});
