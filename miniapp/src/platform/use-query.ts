import { useCallback, useEffect, useRef, useState } from 'react';
import type { Endpoint, EndpointShape, ReplyOf } from '@niangjia/shared';
import { call, type CallInput } from './call';
import { asFault, type Fault } from './refused';

/** What a page knows of something it asked for. Old data stays while it asks the same again. */
export interface Query<T> {
  data?: T;
  fault?: Fault;
  busy: boolean;
  again: () => void;
}

interface Known<T> extends Omit<Query<T>, 'again'> {
  /** What it is the answer to. */
  question?: string;
}

/**
 * Asks whenever the input changes, and on `again()`. With `undefined` as input it waits. An answer
 * to another input is never given.
 */
export function useQuery<S extends EndpointShape>(
  endpoint: Endpoint<S>,
  input: CallInput<Endpoint<S>> | undefined,
): Query<ReplyOf<Endpoint<S>>> {
  const [known, setKnown] = useState<Known<ReplyOf<Endpoint<S>>>>({ busy: true });
  const [round, setRound] = useState(0);
  const asked = useRef(input);
  asked.current = input;
  const question = JSON.stringify(input);

  useEffect(() => {
    if (!asked.current) return;
    let current = true;
    setKnown((last) => ({ question, data: dataFor(question, last), busy: true }));
    call(endpoint, asked.current).then(
      (data) => current && setKnown({ question, data, busy: false }),
      (error: unknown) =>
        current && setKnown((last) => ({ ...last, fault: asFault(error), busy: false })),
    );
    return () => {
      current = false;
    };
  }, [endpoint, question, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const { data, fault, busy } = known.question === question ? known : waiting;
  return { data, fault, busy, again };
}

const waiting: Known<undefined> = { busy: true };

const dataFor = <T>(question: string, known: Known<T>): T | undefined =>
  known.question === question ? known.data : undefined;
