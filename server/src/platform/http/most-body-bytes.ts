import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyContextConfig } from 'fastify';

type Sized = FastifyContextConfig & { mostBodyBytes?: number };

/** A body larger than others may be, for one route: a batch, not a form. */
export const MostBodyBytes = (mostBodyBytes: number) => RouteConfig({ mostBodyBytes });

/** Before any route is added. */
export function boundBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { mostBodyBytes } = (route.config ?? {}) as Sized;
    if (mostBodyBytes !== undefined) route.bodyLimit = mostBodyBytes;
  });
}
