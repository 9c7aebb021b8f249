import type { Page } from 'playwright-core';

/** Taps smaller than `least` CSS pixels (44; 60 in 长辈版). axe looks for 24 only. */
export const smallTaps = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((px) => {
    const taps = 'button, a[href], input, textarea, [role=button], [role=radio], [role=checkbox]';
    return [...document.querySelectorAll<HTMLElement>(taps)]
      .filter((tap) => tap.checkVisibility() && tap.getClientRects().length > 0)
      .map((tap) => ({ tap, box: tap.getBoundingClientRect() }))
      .filter(({ box }) => box.width < px - 0.5 || box.height < px - 0.5)
      .map(({ tap, box }) => `${tap.textContent} ${box.width}×${box.height} ${tap.className}`);
  }, least);
