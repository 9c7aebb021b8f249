import type { Drawn } from './render';

/** A drawn node with what it stands in, so that a tap can rise as it does in WeChat. */
export interface Placed {
  node: Drawn;
  above: Placed[];
}

const blocks = new Set(['wx-view', 'wx-page', 'wx-scroll-view', 'wx-input', 'wx-textarea']);

export function placed(node: Drawn, above: Placed[] = []): Placed[] {
  const self = { node, above };
  const inner = (node.children ?? []).filter((child): child is Drawn => typeof child !== 'string');
  return [self, ...inner.flatMap((child) => placed(child, [self, ...above]))];
}

/** What the page shows, one line for each block of text. */
function wordsOf(node: Drawn | string): string {
  if (typeof node === 'string') return node;
  const inner = (node.children ?? []).map(wordsOf).join('');
  return blocks.has(node.tag) ? `\n${inner}\n` : inner;
}

export const linesOf = (node: Drawn): string =>
  wordsOf(node)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

export const labelOf = ({ attr }: Drawn): string => String(attr?.['ariaLabel'] ?? '');
export const roleOf = ({ attr }: Drawn): string => String(attr?.['ariaRole'] ?? '');
export const isTappable = ({ attr }: Drawn): boolean => attr?.['bindtap'] === 'eh';
export const isBox = ({ tag }: Drawn): boolean => tag === 'wx-input' || tag === 'wx-textarea';

const isNamed = (node: Drawn, words: string): boolean =>
  labelOf(node) === words || linesOf(node) === words;

/** By its whole label or text, or by a part of its label. */
export const isCalled = (node: Drawn, words: string): boolean =>
  isNamed(node, words) || labelOf(node).includes(words);

/** The one node of those given that is called by these words; a whole name goes before a part. */
export function theOne(among: Placed[], words: string): Placed {
  const exact = among.filter(({ node }) => isNamed(node, words));
  const found = exact.length ? exact : among.filter(({ node }) => isCalled(node, words));
  const [one] = found;
  if (one && found.length === 1) return one;
  const there = among.map(({ node }) => labelOf(node) || linesOf(node)).join(' | ');
  throw new Error(`${found.length} nodes are called ${words}; there are: ${there}`);
}
