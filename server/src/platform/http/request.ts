import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the platform needs to know of whoever is signed in; account says more. */
export interface SignedIn {
  accountId: string;
  sessionId: string;
}

export type ApiRequest = FastifyRequest & { person?: SignedIn };
export type ApiReply = FastifyReply;
