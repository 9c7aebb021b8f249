/** Brings a part of the page into view and puts the focus on what can be filled in there. */
export function showPart(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}
