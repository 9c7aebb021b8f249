import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { Config } from './platform/config';
import type { PlatformParts } from './platform/platform.module';
import { serveDocs } from './platform/http/docs';
import { addHooks } from './platform/http/hooks';
import { boundBodies } from './platform/http/most-body-bytes';
import { acceptJsonOnly } from './platform/http/json-body';
import { boundReads } from './platform/http/overload';
import { addSecurityHeaders, inlineScriptHashes } from './platform/http/security-headers';
import { type LogSink, makeAdapter } from './platform/http/server';
import { readIndex, servePages } from './platform/http/web-root';
import { NestLog } from './platform/log';

/** The whole application, wired and initialised, not yet listening. */
export const makeApp = (parts: PlatformParts, logTo?: LogSink): Promise<NestFastifyApplication> =>
  assemble(AppModule.of(parts), parts.config, logTo);

/** Any root module behind the HTTP side of the application. */
export async function assemble(
  root: DynamicModule,
  config: Config,
  logTo?: LogSink,
): Promise<NestFastifyApplication> {
  const adapter = makeAdapter(config, logTo);
  const fastify = adapter.getInstance();
  addHooks(fastify);
  boundBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(fastify.log),
    bodyParser: false,
    abortOnError: false,
  });

  acceptJsonOnly(fastify);
  await addSecurityHeaders(app, inlineScriptHashes(readIndex(config.webRoot) ?? ''));
  boundReads(fastify);
  await servePages(app, config.webRoot);
  serveDocs(app);
  return app.init();
}
