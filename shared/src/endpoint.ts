/**
 * An endpoint of the HTTP API as a value. Method and path stand here once; the types of its parts
 * follow from the interfaces given. The server's `@Route(...)`, the mini-program's `call(...)` and
 * the OpenAPI document are derived from it.
 */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface EndpointShape {
  params?: object;
  query?: object;
  body?: object;
  reply?: unknown;
}

export interface Endpoint<S extends EndpointShape = EndpointShape> {
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for each parameter. */
  readonly path: string;
  /** The phone sends no session with it: what she does here is nobody's. */
  readonly nameless?: true;
  /** Never set: carries the types only. */
  readonly shape?: S;
}

/** `endpoint<{ body: Ask; reply: Asked }>()('POST', '/case-tickets')` */
export const endpoint =
  <S extends EndpointShape>() =>
  (method: Method, path: string, options: { nameless?: true } = {}): Endpoint<S> => ({
    method,
    path,
    ...options,
  });

export type ParamsOf<E> = E extends Endpoint<infer S> ? S['params'] : never;
export type QueryOf<E> = E extends Endpoint<infer S> ? S['query'] : never;
export type BodyOf<E> = E extends Endpoint<infer S> ? S['body'] : never;
export type ReplyOf<E> = E extends Endpoint<infer S> ? S['reply'] : never;

export const apiBase = '/api/v1';

/** Puts the parameters into the path, encoded. Throws when one is missing. */
export function fillPath(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`path ${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
