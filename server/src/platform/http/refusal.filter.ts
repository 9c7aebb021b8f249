import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import { SealBroken } from '../crypto/cipher';
import type { ApiReply, ApiRequest } from './request';
import { Refusal } from './refusal';
import { refusalOf } from './refusal-of';
import { Routes } from './routes';

/** Sends any error in the one shape. What went wrong inside goes to the log, without its words. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly routes: Routes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const reply = http.getResponse<ApiReply>();
    const refusal =
      error instanceof NotFoundException ? this.noRoute(request, reply) : refusalOf(error);

    if (refusal.status >= 500) noteInLog(request, refusal, error);
    request.refusedWith = refusal.code;
    sendRefusal(refusal, reply);
  }

  /** The framework found no route: the address is wrong, or only the method. */
  private noRoute(request: ApiRequest, reply: ApiReply): Refusal {
    const methods = this.routes.methodsAt(request.url.split('?')[0] ?? '');
    if (methods.length === 0) return new Refusal('not_found');
    void reply.header('allow', methods.join(', '));
    return new Refusal('method_not_allowed');
  }
}

/** A refusal that our own code made, such as “busy”, is no fault to look for. */
function noteInLog(request: ApiRequest, refusal: Refusal, error: unknown): void {
  if (error instanceof Refusal) request.log.warn(refusal.code);
  // Somebody wrote to the database past us, or a key is missing: not a slip of ours.
  else if (error instanceof SealBroken)
    request.log.error({ err: error, alarm: true }, 'seal_broken');
  else request.log.error({ err: error }, refusal.code);
}

export function sendRefusal(refusal: Refusal, reply: ApiReply): void {
  const { retryAfterSeconds } = refusal.details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  // A route that answers a file has said so before it refused.
  void reply
    .status(refusal.status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(refusal.body);
}
