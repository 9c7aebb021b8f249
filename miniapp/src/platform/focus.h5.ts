const inSight = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (each) => each.closest('[hidden], [style*="display: none"]') === null,
  );

/** Moves the focus so many steps along the elements of a list, from where it is or from the current one. */
export function focusAlong(selector: string, step: 1 | -1): void {
  const all = inSight(selector);
  const focused = all.findIndex((each) => each.contains(document.activeElement));
  const current = all.findIndex((each) => each.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : current;
  const to = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + step));
  all[to]?.focus();
}

/** Puts the focus on something, and its beginning into view when it lies above. */
export function focusOn(selector: string): void {
  const [element] = inSight(selector);
  element?.focus({ preventScroll: true });
  if (element && element.getBoundingClientRect().top < 0) element.scrollIntoView();
}

export const isFocusIn = (selector: string): boolean =>
  document.activeElement?.closest(selector) instanceof Element;
