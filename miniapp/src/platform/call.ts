import Taro from '@tarojs/taro';
import {
  fillPath,
  type BodyOf,
  type Endpoint,
  type EndpointShape,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '@niangjia/shared';
import { refusedBy, Unreachable, type Refused } from './refused';
import { serviceAddress } from './service-address';
import { heed, sessionToken } from './session';
import { withQuery } from './with-query';

// A part that the endpoint does not name, or whose every field is optional, may be left out.
type Part<Name extends string, T> = unknown extends T
  ? { [K in Name]?: undefined }
  : Record<string, never> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T };

interface CallOptions {
  /** At least 128 random bits, the same for every repetition of one act. */
  onceKey?: string;
  /** 10,000 unless told; 60,000 for asking for help and reading the answer. */
  timeoutMs?: number;
  /** Of a session that this phone has forgotten already. */
  token?: string;
  /** Told at once how to end the request before its answer is there. */
  onBegun?: (abort: () => void) => void;
}

export type CallInput<E> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> &
  CallOptions;

type LooseInput = CallOptions & {
  params?: Record<string, string>;
  query?: object;
  body?: object;
};

const patience = { usualMs: 10_000 };

/**
 * Asks the service. Throws `Refused` when it says no and `Unreachable` when no answer comes.
 */
export async function call<S extends EndpointShape>(
  endpoint: Endpoint<S>,
  input: CallInput<Endpoint<S>>,
): Promise<ReplyOf<Endpoint<S>>> {
  const { params, query, body, onceKey, timeoutMs, onBegun, ...given } = input as LooseInput;
  const token = endpoint.nameless ? undefined : (given.token ?? sessionToken());

  const request = Taro.request<ReplyOf<Endpoint<S>>>({
    url: serviceAddress + withQuery(fillPath(endpoint.path, params), query),
    method: endpoint.method,
    data: body,
    header: headersOf(token, onceKey, body),
    timeout: timeoutMs ?? patience.usualMs,
  });
  onBegun?.(() => request.abort());
  const answer = await request.catch((error: unknown) => {
    throw new Unreachable(isTimeout(error) ? 'timeout' : 'offline');
  });

  if (answer.statusCode >= 400) throw refusedTo(token, answer.statusCode, answer.data);
  return answer.data;
}

/** The “no” in an answer to this token; what it says of her session is heeded. */
export function refusedTo(token: string | undefined, status: number, data: unknown): Refused {
  const refused = refusedBy(data);
  heed(token, status, refused.code);
  return refused;
}

function headersOf(token?: string, onceKey?: string, body?: object): Record<string, string> {
  return {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(onceKey && { 'Idempotency-Key': onceKey }),
  };
}

const isTimeout = (error: unknown): boolean =>
  /time ?out|abort/i.test(String((error as { errMsg?: string; name?: string })?.errMsg ?? error));
