import { type Disk, StorageFull } from '@/platform/disk';

/** The system ended the app in the middle of something. */
export class Killed extends Error {}

/** WeChat's storage with its limits, which can be full and can be cut between any two writes. */
export class FakeDisk implements Disk {
  readonly kept = new Map<string, string>();
  /** Characters in all; WeChat has 10 MB. */
  limit = 10_000_000;
  /** Writes and removals until the app is ended. */
  left = Infinity;
  acts = 0;

  get isDead(): boolean {
    return this.left <= 0;
  }

  read = (key: string): string | undefined => {
    this.alive();
    return this.kept.get(key);
  };

  write = (key: string, text: string): void => {
    this.step();
    if (text.length > 1_000_000) throw new Error('more than WeChat takes under one key');
    const before = this.kept.get(key)?.length ?? 0;
    if (this.size() - before + key.length + text.length > this.limit) throw new StorageFull();
    this.kept.set(key, text);
  };

  remove = (key: string): void => {
    this.step();
    this.kept.delete(key);
  };

  keys = (): string[] => {
    this.alive();
    return [...this.kept.keys()];
  };

  taken = (): number => this.size() / this.limit;

  /** Started again after it was ended. */
  revive(): void {
    this.left = Infinity;
  }

  size(): number {
    return [...this.kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }

  dump(): string {
    return [...this.kept].flat().join('\n');
  }

  private step(): void {
    this.alive();
    this.acts += 1;
    this.left -= 1;
    if (this.left <= 0) throw new Killed();
  }

  private alive(): void {
    if (this.isDead) throw new Killed();
  }
}
