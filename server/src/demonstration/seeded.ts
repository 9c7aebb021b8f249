/** Chance that is the same at every start (mulberry32). Never for secrets. */
export class Seeded {
  constructor(private state: number) {}

  /** From 0 to 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  text(alphabet: string, chars: number): string {
    return Array.from(
      { length: chars },
      () => alphabet[Math.floor(this.next() * alphabet.length)],
    ).join('');
  }
}
