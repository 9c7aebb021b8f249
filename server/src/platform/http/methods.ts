import type { FastifyInstance } from 'fastify';

export interface RouteList {
  /** The methods that the address knows, empty when there is no such address. */
  methodsAt(path: string): string[];
}

const asPattern = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);

/** Remembers every API route as it is registered, so that a wrong method is 405 and not 404. */
export function listRoutes(fastify: FastifyInstance): RouteList {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') || url.includes('*')) return;
    routes.push({ pattern: asPattern(url), methods: [method].flat() });
  });
  const methodsAt = (path: string): string[] =>
    routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
  return { methodsAt };
}
