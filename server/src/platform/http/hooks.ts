import { apiBase } from '@niangjia/shared';
import type { FastifyInstance } from 'fastify';

/** The request id on every reply, nothing personal in a cache, and one log line without the address. */
export function addHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.raw.socket.destroyed) return reply.hijack();
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith(apiBase)) void reply.header('cache-control', 'no-store');
  });

  fastify.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}
