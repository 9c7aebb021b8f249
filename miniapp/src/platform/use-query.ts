import { useCallback, useEffect, useRef, useState } from 'react';
import type { Endpoint, EndpointShape, ReplyOf } from '@niangjia/shared';
import { call, type CallInput } from './call';
import { asFault, type Fault } from './refused';

/** What a page knows of something it asked for. Old data stays while it asks again. */
export interface Query<T> {
  data?: T;
  fault?: Fault;
  busy: boolean;
  again: () => void;
}

/**
 * Asks whenever the input changes, and on `again()`. With `undefined` as input it waits.
 */
export function useQuery<S extends EndpointShape>(
  endpoint: Endpoint<S>,
  input: CallInput<Endpoint<S>> | undefined,
): Query<ReplyOf<Endpoint<S>>> {
  const [known, setKnown] = useState<Omit<Query<ReplyOf<Endpoint<S>>>, 'again'>>({ busy: true });
  const [round, setRound] = useState(0);
  const asked = useRef(input);
  asked.current = input;
  const question = JSON.stringify(input);

  useEffect(() => {
    if (!asked.current) return;
    let current = true;
    setKnown((before) => ({ data: before.data, busy: true }));
    call(endpoint, asked.current).then(
      (data) => current && setKnown({ data, busy: false }),
      (error: unknown) =>
        current && setKnown((before) => ({ ...before, fault: asFault(error), busy: false })),
    );
    return () => {
      current = false;
    };
  }, [endpoint, question, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...known, again };
}
