/** There is room for a list and what was opened of it. jsdom knows no sizes. */
export function atAPc(): void {
  Element.prototype.scrollIntoView = () => undefined;
  window.matchMedia = ((media: string) => ({
    media,
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
}
