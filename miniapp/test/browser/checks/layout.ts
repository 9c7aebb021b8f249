import type { Page } from 'playwright-core';

/** Text that is cut off, sticks out at the right, or makes the page scroll sideways. */
export const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.screen, .screen *')].filter((each) =>
      each.checkVisibility(),
    );
    const cut = all.filter((each) => {
      const hides = getComputedStyle(each).overflow.includes('hidden');
      const over =
        each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
      return hides && over;
    });
    const out = all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
    const name = (each: HTMLElement) => `${each.className} “${each.textContent?.slice(0, 20)}”`;
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
    return [
      ...cut.map((e) => `cut: ${name(e)}`),
      ...out.map((e) => `out: ${name(e)}`),
      ...sideways,
    ];
  });

/** Boxes whose name stands only in the placeholder; axe lets them pass. */
export const boxesWithoutLabel = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
      .filter((box) => box.checkVisibility())
      .filter((box) => {
        const shown = box.closest('.field')?.querySelector('.field__label')?.textContent ?? '';
        return shown.trim() === '';
      })
      .map((box) => box.outerHTML),
  );

/** From here on taps are 60 px high. */
export const tallFrom = 1.3;

/** Sets the text scale for a look at it: 1, 1.4, 2. */
export const scaleText = (page: Page, scale: number) =>
  page.evaluate(
    ([k, tall]) => {
      document.querySelectorAll<HTMLElement>('.screen').forEach((screen) => {
        screen.style.setProperty('--k', String(k));
        screen.classList.toggle('screen--elder', k >= tall);
      });
    },
    [scale, tallFrom] as const,
  );
