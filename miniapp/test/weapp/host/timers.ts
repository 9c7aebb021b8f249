const atOnceMs = 10;

/** The timers of the app. React draws in those that are due at once: while one is left, it has not drawn. */
export class Timers {
  private readonly due = new Set<NodeJS.Timeout>();

  readonly setTimeout = (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    const timer = setTimeout(() => {
      this.due.delete(timer);
      act(...given);
    }, ms);
    if (ms <= atOnceMs) this.due.add(timer);
    return timer;
  };

  readonly clearTimeout = (timer?: NodeJS.Timeout) => {
    if (timer) this.due.delete(timer);
    clearTimeout(timer);
  };

  /** Resolves when what was done is drawn. */
  async settled(): Promise<void> {
    do {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (this.due.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    } while (this.due.size > 0);
  }
}
