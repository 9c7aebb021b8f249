import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, LogController } from 'fastify';
import type { Config } from '../config';
import { sparingErrors, withoutErrorWords } from '../log';
import type { ApiReply, ApiRequest } from './request';
import { Refusal } from './refusal';
import { refusalOf } from './refusal-of';
import { sendRefusal } from './refusal.filter';
import { bareHeaders } from './security-headers';
import { endOldestSilent, endWhoAsksAhead } from './sockets';

const bodyBytes = 64 * 1024;
const headersMs = 10_000;
const requestMs = 30_000;
/** A silent connection. Longer than the phone waits for a request for help, which may have to queue. */
const idleMs = 120_000;
const mostConnections = 4096;
const mostSilent = 2048;
const lookEveryMs = 5000;
const pathParameterChars = 100;

/** Where log lines go, for the test that looks for personal data in them. */
export interface LogSink {
  write(line: string): void;
}

const bareLines = Object.entries(bareHeaders)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** What Node's parser refuses before there is a request. */
function refuseSocket(error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify(new Refusal('bad_json').body);
  const status = (error as { code?: string }).code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `${bareLines}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Nest's adapter over Fastify with every bound set: sizes, times, connections, log. */
export function makeAdapter(config: Config, logTo?: LogSink): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytes,
    connectionTimeout: idleMs,
    requestTimeout: requestMs,
    http: {
      headersTimeout: headersMs,
      connectionsCheckingInterval: lookEveryMs,
      maxHeaderSize: 16 * 1024,
    },
    // What is already connected when it stops is still answered; only readiness says 503.
    return503OnClosing: false,
    routerOptions: { maxParamLength: pathParameterChars },
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.logLevel,
      base: null,
      serializers: { err: sparingErrors(), req: () => ({}), res: () => ({}) },
      hooks: { logMethod: withoutErrorWords },
      ...(logTo && { stream: logTo }),
    },
    clientErrorHandler: refuseSocket,
    // A malformed address is answered before any hook runs.
    frameworkErrors: (error: FastifyError, request: unknown, reply: unknown) =>
      refuseAddress(error, request as ApiRequest, reply as ApiReply),
  });
  const server: Server = adapter.getHttpServer();
  server.maxConnections = mostConnections;
  endOldestSilent(server, mostSilent);
  endWhoAsksAhead(server);
  return adapter;
}

function refuseAddress(error: FastifyError, request: ApiRequest, reply: ApiReply): void {
  const refusal = error.code === 'FST_ERR_BAD_URL' ? new Refusal('not_found') : refusalOf(error);
  void reply.header('x-request-id', request.id).headers(bareHeaders);
  sendRefusal(refusal, reply);
}
