/** The wait that so large a part of them does not exceed, in milliseconds. */
export function quantile(waits: readonly number[], part: number): number {
  const sorted = [...waits].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)]!;
}

export const inWords = (waits: readonly number[]): string =>
  `median ${quantile(waits, 0.5).toFixed(1)} ms, p99 ${quantile(waits, 0.99).toFixed(1)} ms`;
