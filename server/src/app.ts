import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { PlatformParts } from './platform/platform.module';
import { serveDocs } from './platform/http/docs';
import { addHooks } from './platform/http/hooks';
import { acceptJsonOnly } from './platform/http/json-body';
import { addSecurityHeaders, inlineScriptHashes } from './platform/http/security-headers';
import { type LogSink, makeAdapter } from './platform/http/server';
import { readIndex, servePages } from './platform/http/web-root';
import { NestLog } from './platform/log';

/** The whole application, wired and initialised, not yet listening. */
export async function makeApp(parts: PlatformParts, logTo?: LogSink): Promise<NestFastifyApplication> {
  const { config } = parts;
  const adapter = makeAdapter(config, logTo);
  const fastify = adapter.getInstance();
  addHooks(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(parts),
    adapter,
    { logger: new NestLog(fastify.log), bodyParser: false, abortOnError: false },
  );

  acceptJsonOnly(fastify);
  await addSecurityHeaders(app, inlineScriptHashes(readIndex(config.webRoot) ?? ''));
  await servePages(app, config.webRoot);
  serveDocs(app);
  return app.init();
}
