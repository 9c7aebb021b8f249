import type { Drawn } from '../host/render';
import { isBox, isTappable, labelOf, linesOf, placed, roleOf } from '../host/tree';

/** What can be tapped or filled in on a drawn page and has no spoken name or role. */
export function unnamed(page: Drawn): string[] {
  return placed(page).flatMap(({ node }) => {
    const box = isBox(node);
    const nameless = (isTappable(node) || box) && !labelOf(node);
    const roleless = isTappable(node) && !box && !roleOf(node);
    return nameless || roleless
      ? [`${node.tag} ${String(node.attr?.['class'])} “${linesOf(node)}”`]
      : [];
  });
}
