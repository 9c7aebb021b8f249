import { apiBase, type Endpoint, type ReplyOf } from '@niangjia/shared';
import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';

const routeKey = 'niangjia:route';

export interface RouteNote {
  readonly endpoint: Endpoint;
  /** Answers 201 and honours `Idempotency-Key`. */
  readonly creates: boolean;
}

type Answers<Reply> = <Handler extends (...args: never[]) => Reply | Promise<Reply>>(
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/**
 * Puts a controller's method at an endpoint of `shared`, below `/api/v1`. The method's answer must be
 * the endpoint's reply. `creates` answers 201, anything else 200.
 */
export function Route<E extends Endpoint>(
  endpoint: E,
  { creates = false }: { creates?: boolean } = {},
): Answers<ReplyOf<E>> {
  const note: RouteNote = { endpoint, creates };
  return applyDecorators(
    RequestMapping({ path: apiBase + endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(creates ? 201 : 200),
    SetMetadata(routeKey, note),
  );
}

export const routeOf = (handler: object): RouteNote | undefined =>
  Reflect.getMetadata(routeKey, handler) as RouteNote | undefined;
