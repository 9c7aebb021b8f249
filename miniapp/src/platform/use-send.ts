import { useRef, useState } from 'react';
import type { Endpoint, EndpointShape, ReplyOf } from '@niangjia/shared';
import { call, type CallInput } from './call';
import { randomKey } from './random';
import { asFault, type Fault } from './refused';

export interface Send<Input, Reply> {
  /** Undefined when it failed (see `fault`) or while the one before is still on its way. */
  send: (input: Input) => Promise<Reply | undefined>;
  busy: boolean;
  fault?: Fault;
}

/**
 * Sends something that must happen once however often she taps: the same content keeps the same key
 * until an answer came.
 */
export function useSend<S extends EndpointShape>(
  endpoint: Endpoint<S>,
): Send<CallInput<Endpoint<S>>, ReplyOf<Endpoint<S>>> {
  const [state, setState] = useState<{ busy: boolean; fault?: Fault }>({ busy: false });
  const onItsWay = useRef(false);
  const kept = useRef({ content: '', onceKey: '' });

  const keyFor = async (input: object) => {
    const content = JSON.stringify(input);
    if (kept.current.content !== content) kept.current = { content, onceKey: await randomKey() };
    return kept.current.onceKey;
  };

  const send = async (input: CallInput<Endpoint<S>>) => {
    if (onItsWay.current) return undefined;
    onItsWay.current = true;
    setState({ busy: true });
    try {
      const reply = await call(endpoint, { ...input, onceKey: await keyFor(input) });
      kept.current = { content: '', onceKey: '' };
      setState({ busy: false });
      return reply;
    } catch (error) {
      setState({ busy: false, fault: asFault(error) });
      return undefined;
    } finally {
      onItsWay.current = false;
    }
  };
  return { send, ...state };
}
