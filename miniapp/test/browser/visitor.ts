import type { Browser, Page } from 'playwright-core';
import { openH5, type H5, type Look } from './browser';

type Role = 'button' | 'radio' | 'checkbox' | 'link' | 'tab';

/** Somebody at a browser whose taps, texts and requests are counted. */
export interface Visitor extends H5 {
  count: { taps: number; texts: number; requests: number };
  tap: (name: string | RegExp, role?: Role) => Promise<void>;
  /** Two taps in quick succession, counted as the one that she needs. */
  tapTwice: (name: string) => Promise<void>;
  type: (label: string | RegExp, text: string) => Promise<void>;
  sees: (words: string | RegExp) => Promise<void>;
  /** Requests to the service whose path ends so: `/case-tickets`. */
  sentTo: (method: string, path: string) => number;
}

export async function visit(browser: Browser, look: Look): Promise<Visitor> {
  const h5 = await openH5(browser, look);
  const { page } = h5;
  const count = { taps: 0, texts: 0, requests: 0 };
  const sent = requestsOf(page, () => (count.requests += 1));
  // Pages that are left stay in the document; what is in sight comes last.
  const named = (name: string | RegExp, role: Role) =>
    page.getByRole(role, { name, exact: true }).last();

  return {
    ...h5,
    count,
    tap: async (name, role = 'button') => {
      await named(name, role).click();
      count.taps += 1;
    },
    tapTwice: async (name) => {
      await named(name, 'button').dblclick();
      count.taps += 1;
    },
    type: async (label, text) => {
      await page.getByRole('textbox', { name: label, exact: true }).last().fill(text);
      count.texts += 1;
    },
    sees: (words) => page.getByText(words).filter({ visible: true }).last().waitFor(),
    sentTo: (method, path) => sent.filter((each) => each === `${method} /api/v1${path}`).length,
  };
}

function requestsOf(page: Page, hear: () => void): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    sent.push(`${request.method()} ${pathname}`);
    hear();
  });
  return sent;
}
