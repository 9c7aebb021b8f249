import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { ApiReply, ApiRequest } from './request';
import { Refusal } from './refusal';
import { refusalOf } from './refusal-of';

/** Sends any error in the one shape. What went wrong inside goes to the log, without its words. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const refusal = refusalOf(error);

    if (refusal.status >= 500) request.log.error({ err: error }, refusal.code);
    sendRefusal(refusal, http.getResponse<ApiReply>());
  }
}

export function sendRefusal(refusal: Refusal, reply: ApiReply): void {
  const { retryAfterSeconds } = refusal.details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  void reply.status(refusal.status).header('cache-control', 'no-store').send(refusal.body);
}
