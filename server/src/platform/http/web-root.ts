import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const notBuilt = '网页还没有建好。接口说明在 /api/docs。\n';

/** Webpack names these after their content, so they never change. */
const named = /\.[0-9a-f]{8,}\.\w+$/;

const cacheFor = (path: string): string => {
  if (path.endsWith('.html')) return 'no-store';
  return named.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
};

/** The first page of the H5 build; undefined when there is none. */
export function readIndex(webRoot: string | undefined): string | undefined {
  const index = webRoot && join(webRoot, 'index.html');
  return index && existsSync(index) ? readFileSync(index, 'utf8') : undefined;
}

/** Serves exactly the files that the build left in the folder, each at its own path. */
export async function servePages(
  app: NestFastifyApplication,
  webRoot: string | undefined,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  if (readIndex(webRoot) === undefined) {
    fastify.get('/', async (_, reply) => reply.type('text/plain; charset=utf-8').send(notBuilt));
    return;
  }
  await app.register(fastifyStatic, {
    root: webRoot!,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheFor(path)),
  });
}
