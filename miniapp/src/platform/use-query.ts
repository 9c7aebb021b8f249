import { useCallback, useEffect, useRef, useState } from 'react';
import type { Endpoint, EndpointShape, ReplyOf } from '@niangjia/shared';
import { call, type CallInput } from './call';
import { keepPage, keptPage } from './kept-pages';
import { asFault, isGone, type Fault } from './refused';
import { useOnceMore } from './use-once-more';

/** What a page knows of something it asked for. Old data stays while it asks the same again, unless it is gone. */
export interface Query<T> {
  data?: T;
  /** The data is what the phone kept of an earlier answer, given then (Unix ms). */
  keptAt?: number;
  fault?: Fault;
  busy: boolean;
  again: () => void;
}

interface Known<T> extends Omit<Query<T>, 'again'> {
  /** What it is the answer to. */
  question?: string;
}

interface Reading {
  /** Keep the answer on the phone for reading without a network: only what anybody may read. */
  kept?: boolean;
}

/**
 * Asks whenever the input changes, on `again()`, and when the network is back. With `undefined` as input
 * it waits. An answer to another input is never given.
 */
export function useQuery<S extends EndpointShape>(
  endpoint: Endpoint<S>,
  input: CallInput<Endpoint<S>> | undefined,
  { kept = false }: Reading = {},
): Query<ReplyOf<Endpoint<S>>> {
  type Reply = ReplyOf<Endpoint<S>>;
  const [known, setKnown] = useState<Known<Reply>>({ busy: true });
  const [round, setRound] = useState(0);
  const asked = useRef(input);
  asked.current = input;
  const question = JSON.stringify(input);

  useEffect(() => {
    if (!asked.current) return;
    let current = true;
    const name = `${endpoint.path}${question}`;
    const before = kept ? keptPage<Reply>(name) : undefined;
    setKnown((last) => ({ question, ...dataFor(question, last, before), busy: true }));
    call(endpoint, asked.current).then(
      (data) => {
        if (kept) keepPage(name, { at: Date.now(), data });
        if (current) setKnown({ question, data, busy: false });
      },
      (error: unknown) => current && setKnown((last) => failed(last, asFault(error))),
    );
    return () => {
      current = false;
    };
  }, [endpoint, question, round, kept]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const { data, keptAt, fault, busy } = known.question === question ? known : waiting;
  useOnceMore(fault, again);
  return { data, keptAt, fault, busy, again };
}

const waiting: Known<undefined> = { busy: true };

const failed = <T>(last: Known<T>, fault: Fault): Known<T> =>
  isGone(fault) ? { question: last.question, fault, busy: false } : { ...last, fault, busy: false };

function dataFor<T>(question: string, known: Known<T>, kept?: { at: number; data: T }) {
  if (known.question === question && known.data !== undefined)
    return { data: known.data, keptAt: known.keptAt };
  return kept && { data: kept.data, keptAt: kept.at };
}
