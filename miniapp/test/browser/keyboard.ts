import type { Page } from 'playwright-core';

const nameOfFocused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    return at.getAttribute('aria-label') ?? at.textContent ?? '';
  });

/** Somebody who works without a mouse. */
export function keyboardOf(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** By one key again and again, as far as it takes. */
  const along = async (key: string, name: RegExp, most: number) => {
    const met: string[] = [];
    while (met.length < most) {
      const focused = await nameOfFocused(page);
      if (name.test(focused)) return;
      met.push(focused);
      await press(key);
    }
    throw new Error(`${key} alone does not lead to ${name}, but to ${met.join(' | ')}`);
  };
  const reach = (name: RegExp) => along('Tab', name, 200);

  return {
    press,
    reach,
    act: async (name: RegExp) => {
      await reach(name);
      await press('Enter');
    },
    write: (text: string) => page.keyboard.insertText(text),
    /** Out of the ticket that is open, to the top of the list, and down to another one. */
    alongRows: async (name: RegExp) => {
      await press('Escape', 'Escape');
      await along('j', name, 12);
      await press('Enter');
    },
  };
}
