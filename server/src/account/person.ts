import type { PostKind } from '@niangjia/shared';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest, SignedIn } from '../platform/http/request';

interface ActivePost {
  id: string;
  federationId: string;
  /** The federation's path in the tree: its branch. */
  path: string;
  kind: PostKind;
}

/** Whoever is signed in, with the posts she holds at this moment. */
export interface Person extends SignedIn {
  posts: ActivePost[];
  /** When she last proved her second factor in this session. */
  secondFactorAt?: number | null;
}

/** Undefined on a route for anyone that is used without a session. */
export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<ApiRequest>().person as Person | undefined,
);
