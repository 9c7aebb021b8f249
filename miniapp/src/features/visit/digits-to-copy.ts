import type { FieldFact } from '@niangjia/shared';
import type { Copy } from './copy';
import type { ToCopy } from './field';

/** Digits that no fact in the outbox holds any more, and those of facts in it that were copied down. */
export interface Digits {
  left: ToCopy[];
  copied: string[];
}

/** The twenty digits that a woman copies down, where the fact makes some. */
export const codeOf = (fact: FieldFact): string | null => {
  if (fact.type === 'link_made') return fact.linkCode;
  return fact.type === 'ticket_asked' ? fact.claimCode : null;
};

const kindOf = ({ type }: FieldFact): ToCopy['kind'] => (type === 'link_made' ? 'card' : 'ticket');

function nameIn({ women }: Pick<Copy, 'women'>, fact: FieldFact): string {
  if (fact.type === 'link_made') return fact.name;
  return women.find(({ id }) => id === fact.linkId)?.name ?? '';
}

/**
 * What is still to be copied down. It is read from the facts themselves, so that no act stands on the phone without
 * its digits, wherever the app is ended.
 */
export function toCopy(
  { left, copied }: Digits,
  facts: readonly FieldFact[],
  shown: Pick<Copy, 'women'>,
): ToCopy[] {
  const known = new Set([...copied, ...left.map(({ code }) => code)]);
  const waiting = facts.flatMap((fact): ToCopy[] => {
    const code = codeOf(fact);
    if (code === null || known.has(code)) return [];
    return [{ kind: kindOf(fact), name: nameIn(shown, fact), code }];
  });
  return [...left, ...waiting];
}

/** Once she has copied it; what is still in the outbox must not come up again. */
export function without({ left, copied }: Digits, code: string, waiting: readonly FieldFact[]) {
  const codes = waiting.map(codeOf);
  return {
    left: left.filter((one) => one.code !== code),
    copied: [...copied, code].filter((one) => codes.includes(one)),
  };
}
