import type { Page } from 'playwright-core';

const taps =
  'button, a[href], input, textarea, [role=button], [role=radio], [role=checkbox], [role=tab]';

/** Taps smaller than `least` CSS pixels (44; 60 in 长辈版). axe looks for 24 only. */
export const smallTaps = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    ([taps, px]) =>
      [...document.querySelectorAll<HTMLElement>(taps)]
        .filter((tap) => tap.checkVisibility() && tap.getClientRects().length > 0)
        .map((tap) => ({ tap, box: tap.getBoundingClientRect() }))
        .filter(({ box }) => box.width < px - 0.5 || box.height < px - 0.5)
        .map(({ tap, box }) => `${tap.textContent} ${box.width}×${box.height} ${tap.className}`),
    [taps, least] as const,
  );

/** Taps with less than 8 CSS pixels between them, where a thumb meets the wrong one. */
export const tightTaps = (page: Page): Promise<string[]> =>
  page.evaluate((taps) => {
    const least = 8;
    const layerOf = (tap: Element) => tap.closest('.sheet, .exit-bar, .ask-bar');
    // What a list of its own has scrolled away lies nowhere.
    const seenOf = (tap: Element) => {
      const box = tap.getBoundingClientRect();
      const list = tap.closest('.panes__list')?.getBoundingClientRect();
      if (!list) return box;
      const top = Math.max(box.top, list.top);
      return new DOMRect(box.left, top, box.width, Math.min(box.bottom, list.bottom) - top);
    };
    const all = [...document.querySelectorAll<HTMLElement>('.screen')]
      .flatMap((screen) => [...screen.querySelectorAll<HTMLElement>(taps)])
      .filter((tap) => tap.checkVisibility())
      .map((tap) => ({ tap, box: seenOf(tap), layer: layerOf(tap) }))
      .filter(({ box }) => box.height > 0);
    const between = (a: DOMRect, b: DOMRect) =>
      Math.hypot(
        Math.max(0, a.left - b.right, b.left - a.right),
        Math.max(0, a.top - b.bottom, b.top - a.bottom),
      );
    return all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => other.layer === one.layer && between(one.box, other.box) < least - 0.5)
        .map(({ tap }) => `${one.tap.textContent} | ${tap.textContent}`),
    );
  }, taps);

/** Taps that lie below something else wherever she scrolls. */
export const coveredTaps = (page: Page): Promise<string[]> =>
  page.evaluate((taps) => {
    const dialog = [...document.querySelectorAll('[role=dialog]')].pop();
    const screens = dialog ? [dialog] : [...document.querySelectorAll('.screen')];
    return screens
      .flatMap((screen) => [...screen.querySelectorAll<HTMLElement>(taps)])
      .filter((tap) => tap.checkVisibility())
      .filter((tap) => {
        tap.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = tap.getBoundingClientRect();
        const met = document.elementFromPoint(left + width / 2, top + height / 2);
        return !met || !tap.contains(met);
      })
      .map((tap) => `${tap.textContent} ${tap.className}`);
  }, taps);
