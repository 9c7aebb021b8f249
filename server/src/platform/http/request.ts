import type { RefusalCode } from '@niangjia/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the platform needs to know of whoever is signed in; account says more. */
export interface SignedIn {
  accountId: string;
  sessionId: string;
}

export type ApiRequest = FastifyRequest & {
  person?: SignedIn;
  /** Known before the reply goes out, for who writes it down. */
  refusedWith?: RefusalCode;
};
export type ApiReply = FastifyReply;
