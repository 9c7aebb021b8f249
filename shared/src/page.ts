/** Every list answers this: `next` is the `after` of the following page, or null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageQuery {
  /** Rows wanted. */
  limit?: number;
  /** The `next` of the page before. */
  after?: string;
}

export const pageLimits = { default: 20, max: 100, afterChars: 200 } as const;
