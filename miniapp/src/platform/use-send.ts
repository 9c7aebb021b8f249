import { useRef, useState } from 'react';
import type { Endpoint, EndpointShape, ReplyOf } from '@niangjia/shared';
import { call, type CallInput } from './call';
import { randomKey } from './random';
import { asFault, Unreachable, type Fault } from './refused';

/** Something that is being sent, and how she stops waiting for it. */
export interface OnItsWay {
  cancel: () => void;
}

/** How a send stands; hand it on whole, so that its button can cancel it. */
export interface Sending {
  busy: OnItsWay | false;
  fault?: Fault;
}

export interface Send<Input, Reply> extends Sending {
  /** Undefined when it failed (see `fault`) or while the one before is still on its way. */
  send: (input: Input) => Promise<Reply | undefined>;
}

/**
 * Sends something that must happen once however often she taps: the same content keeps the same key
 * until an answer came, also when she did not wait for it.
 */
export function useSend<S extends EndpointShape>(
  endpoint: Endpoint<S>,
): Send<CallInput<Endpoint<S>>, ReplyOf<Endpoint<S>>> {
  const [state, setState] = useState<Sending>({ busy: false });
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
    const waiting = cancellable();
    setState({ busy: waiting });
    try {
      const onceKey = await keyFor(input);
      const asked = call(endpoint, { ...input, onceKey, onBegun: waiting.onBegun });
      const reply = await Promise.race([asked, waiting.cancelled]);
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

/** Ends the wait first and the request after: what it still answers is not heard. */
function cancellable() {
  let stopWaiting: (fault: Unreachable) => void;
  let abort = () => {};
  const cancelled = new Promise<never>((_, reject) => (stopWaiting = reject));
  const cancel = () => {
    stopWaiting(new Unreachable('cancelled'));
    abort();
  };
  return { cancelled, cancel, onBegun: (begun: () => void) => (abort = begun) };
}
