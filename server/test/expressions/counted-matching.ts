/** An expression taken apart. */
export type Part =
  | { kind: 'character'; is: (character: string) => boolean }
  | { kind: 'place'; is: (text: string, at: number) => boolean }
  | { kind: 'row'; parts: Part[] }
  | { kind: 'choice'; options: Part[] }
  | { kind: 'repeat'; body: Part; min: number; max: number; isLazy: boolean }
  | { kind: 'ahead'; body: Part; isNegative: boolean };

type Next = (at: number) => boolean;

const oneCharacter =
  /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|[^1-9bBckpPux])|\[(?:[^\]\\]|\\.)*\]|[^\\[(){}*+?|^$]/y;
const repeated = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/y;
const opening = /\((?:\?(?:[:=!]|<\w+>))?/y;

/** More steps than anybody waits for. */
export class EndlessMatching extends Error {}

/**
 * Matches as ECMA-262, 22.2.2 does, backtracking step by step, and counts the steps: the same on every machine. What
 * it does not know it refuses: looking behind, back references, characters of two code units.
 */
export class CountedMatching {
  steps = 0;
  readonly whole: Part;
  private at = 0;

  constructor(
    private readonly expression: RegExp,
    private readonly mostSteps: number,
  ) {
    this.whole = this.readChoice();
    if (this.at < this.source.length) throw new Error(`not read: ${this.source.slice(this.at)}`);
  }

  private get source(): string {
    return this.expression.source;
  }

  /** Where the matches begin and end: the first one, or with the g flag all. @throws EndlessMatching */
  find(text: string): [from: number, to: number][] {
    this.steps = 0;
    const found: [number, number][] = [];
    for (let from = 0; from <= text.length; from += 1) {
      let to = -1;
      if (!this.match(this.whole, text, from, (end) => ((to = end), true))) continue;
      found.push([from, to]);
      if (!this.expression.global) break;
      from = Math.max(from, to - 1);
    }
    return found;
  }

  private match(part: Part, text: string, at: number, next: Next): boolean {
    this.steps += 1;
    if (this.steps > this.mostSteps) throw new EndlessMatching();
    switch (part.kind) {
      case 'character':
        return at < text.length && part.is(text.charAt(at)) && next(at + 1);
      case 'place':
        return part.is(text, at) && next(at);
      case 'row':
        return this.matchRow(part.parts, text, at, next);
      case 'choice':
        return part.options.some((option) => this.match(option, text, at, next));
      case 'ahead':
        return this.match(part.body, text, at, () => true) !== part.isNegative && next(at);
      case 'repeat':
        return this.matchRepeat(part, text, at, next, 0);
    }
  }

  private matchRow(parts: Part[], text: string, at: number, next: Next, from = 0): boolean {
    const part = parts[from];
    if (!part) return next(at);
    return this.match(part, text, at, (to) => this.matchRow(parts, text, to, next, from + 1));
  }

  private matchRepeat(
    part: Part & { kind: 'repeat' },
    text: string,
    at: number,
    next: Next,
    done: number,
  ): boolean {
    const more = () =>
      done < part.max &&
      this.match(part.body, text, at, (to) =>
        to === at && done >= part.min ? false : this.matchRepeat(part, text, to, next, done + 1),
      );
    const enough = () => done >= part.min && next(at);
    return part.isLazy ? enough() || more() : more() || enough();
  }

  private readChoice(): Part {
    const options = [this.readRow()];
    while (this.takes('|')) options.push(this.readRow());
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private readRow(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at)))
      parts.push(this.readRepeat(this.readOne()));
    return { kind: 'row', parts };
  }

  private readRepeat(body: Part): Part {
    const [whole, sign, least, comma, most, lazy] = this.read(repeated) ?? [];
    if (whole === undefined) return body;
    const min = sign ? Number(sign === '+') : Number(least);
    const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? Number(most || Infinity) : min;
    return { kind: 'repeat', body, min, max, isLazy: lazy === '?' };
  }

  private readOne(): Part {
    const open = this.read(opening)?.[0];
    if (open) {
      const body = this.readChoice();
      if (!this.takes(')')) throw new Error(`no end of ${open} in ${this.source}`);
      return /[=!]$/.test(open) ? { kind: 'ahead', body, isNegative: open.endsWith('!') } : body;
    }
    const isLines = this.expression.multiline;
    if (this.takes('^'))
      return { kind: 'place', is: (text, at) => at === 0 || (isLines && text[at - 1] === '\n') };
    if (this.takes('$'))
      return {
        kind: 'place',
        is: (text, at) => at === text.length || (isLines && text[at] === '\n'),
      };
    if (this.takes('\\b'))
      return { kind: 'place', is: (text, at) => isWord(text[at - 1]) !== isWord(text[at]) };
    return this.readCharacter();
  }

  /** What one character is, a class or an escape, is asked of the engine itself. */
  private readCharacter(): Part {
    const written = this.read(oneCharacter)?.[0];
    if (!written) throw new Error(`not known: ${this.source.slice(this.at)}`);
    const single = new RegExp(`^${written}$`, this.expression.flags.replace(/[gmy]/g, ''));
    const known = new Map<string, boolean>();
    const is = (character: string): boolean => {
      const answer = known.get(character) ?? single.test(character);
      known.set(character, answer);
      return answer;
    };
    return { kind: 'character', is };
  }

  private read(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at;
    const found = what.exec(this.source);
    this.at += found?.[0].length ?? 0;
    return found;
  }

  private takes(text: string): boolean {
    const isThere = this.source.startsWith(text, this.at);
    if (isThere) this.at += text.length;
    return isThere;
  }
}

const isWord = (character = ' '): boolean => /\w/.test(character);
