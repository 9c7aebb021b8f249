import { useCallback, useEffect, useRef, useState } from 'react';
import type { Endpoint, Page } from '@niangjia/shared';
import { call, type CallInput } from './call';
import type { Query } from './use-query';
import { asFault, isGone, type Fault } from './refused';
import { useOnceMore } from './use-once-more';
import { useElder } from './text-size';

interface ListShape<T> {
  params?: object;
  query?: object;
  reply?: Page<T>;
}

export interface List<T> extends Query<T[]> {
  /** Undefined at the end of the list. */
  more?: () => void;
  /** Why the page that comes next did not come: `more` asks for it again. */
  moreFault?: Fault;
  /** How many come with each `more`; undefined when the service decides. */
  step?: number;
}

interface Known<T> {
  /** What the items are the answer to. */
  question?: string;
  items?: T[];
  next: string | null;
  fault?: Fault;
  moreFault?: Fault;
  busy: boolean;
}

const inElder = 5;

/**
 * A list read page by page, five items each in 长辈版 where the page names no number; it starts over when the input changes. `again()` reads as many as she has
 * seen, and the old ones stay until then. Items of another input are never given.
 */
export function useList<T, S extends ListShape<T>>(
  endpoint: Endpoint<S & { reply: Page<T> }>,
  input: CallInput<Endpoint<S>> | undefined,
): List<T> {
  const [known, setKnown] = useState<Known<T>>(nothing);
  const step = useElder() && input && !limitOf(input) ? inElder : undefined;
  const stepped = input && { ...input, query: { ...input.query, ...(step && { limit: step }) } };
  const asked = useRef(stepped);
  const seen = useRef(0);
  const turn = useRef(0);
  asked.current = stepped;
  const question = JSON.stringify(stepped);

  const read = useCallback(
    async (rows: number, items: T[], after?: string) => {
      const now = asked.current;
      if (!now) return;
      const mine = ++turn.current;
      const question = JSON.stringify(now);
      setKnown(({ question: before, items, next }) =>
        before === question ? { question, items, next, busy: true } : { question, ...nothing },
      );
      const ask = (after?: string) =>
        call(endpoint, { ...now, query: { ...now.query, after } } as never) as Promise<Page<T>>;
      const next = await pagesFrom(ask, rows, items, after).catch((error: unknown) =>
        failed(asFault(error), after),
      );
      if (mine === turn.current) setKnown((last) => ({ ...last, ...next, busy: false }));
    },
    [endpoint],
  );

  useEffect(() => {
    void read(0, []);
  }, [read, question]);

  const { items, next, fault, moreFault, busy } = known.question === question ? known : nothing;
  seen.current = items ? items.length : 0;
  const again = useCallback(() => void read(seen.current, []), [read]);
  const more = items && next ? () => void read(0, items, next) : undefined;
  useOnceMore(moreFault ?? fault, moreFault && more ? more : again);
  return { data: items, fault, moreFault, busy, again, more, step };
}

/** Page by page, at least one, until there are so many. */
async function pagesFrom<T>(
  ask: (after?: string) => Promise<Page<T>>,
  rows: number,
  before: T[],
  after?: string,
): Promise<Pick<Known<T>, 'items' | 'next'>> {
  const page = await ask(after);
  const items = [...before, ...page.items];
  if (!page.next || items.length >= rows) return { items, next: page.next };
  return pagesFrom(ask, rows, items, page.next);
}

/** What the page itself asks for. */
const limitOf = ({ query }: { query?: { limit?: number } }) => query?.limit;

const nothing: Known<never> = { next: null, busy: true };

const failed = (fault: Fault, after?: string) => {
  if (isGone(fault)) return { items: undefined, next: null, fault };
  return after ? { moreFault: fault } : { fault };
};
