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
  /** How many come with each `more`; undefined when the service decides. */
  step?: number;
}

interface Known<T> {
  /** What the items are the answer to. */
  question?: string;
  items?: T[];
  next: string | null;
  fault?: Fault;
  busy: boolean;
}

const inElder = 5;

/**
 * A list read page by page, five items each in 长辈版 where the page names no number; it starts over when the input changes and on `again()`. Items of another
 * input are never given.
 */
export function useList<T, S extends ListShape<T>>(
  endpoint: Endpoint<S & { reply: Page<T> }>,
  input: CallInput<Endpoint<S>> | undefined,
): List<T> {
  const [known, setKnown] = useState<Known<T>>(nothing);
  const steps = useElder() && input && !('limit' in namedBy(input));
  const step = steps ? inElder : undefined;
  const stepped = input && { ...input, query: { ...namedBy(input), ...(step && { limit: step }) } };
  const asked = useRef(stepped);
  const turn = useRef(0);
  asked.current = stepped;
  const question = JSON.stringify(stepped);

  const read = useCallback(
    async (before: T[] | undefined, after?: string) => {
      if (!asked.current) return;
      const mine = ++turn.current;
      const question = JSON.stringify(asked.current);
      setKnown((last) => ({ ...itemsFor(question, last), question, busy: true }));
      const query = { ...asked.current.query, after };
      const next = await call(endpoint, { ...asked.current, query } as never).then(
        (page) => ({
          items: [...(before ?? []), ...(page as Page<T>).items],
          next: (page as Page<T>).next,
        }),
        (error: unknown) => failed(asFault(error)),
      );
      if (mine === turn.current) setKnown((last) => ({ ...last, ...next, busy: false }));
    },
    [endpoint],
  );

  useEffect(() => {
    void read(undefined);
  }, [read, question]);

  const { items, next, fault, busy } = known.question === question ? known : nothing;
  const again = useCallback(() => void read(undefined), [read]);
  useOnceMore(fault, again);
  const more = next && !busy ? () => void read(items, next) : undefined;
  return { data: items, fault, busy, again, more, step };
}

/** What the page itself asks for. */
const namedBy = ({ query = {} }: { query?: object }): object =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

const nothing = { items: undefined, next: null, fault: undefined, busy: true };

const failed = (fault: Fault) => (isGone(fault) ? { ...nothing, fault } : { fault });

const itemsFor = <T>(question: string, known: Known<T>) =>
  known.question === question ? { items: known.items, next: known.next } : { next: null };
