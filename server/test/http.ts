import type { Method } from '@niangjia/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReplySchemas } from './reply-schemas';

export interface Asked {
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Asks the application as a client would. A reply outside its OpenAPI schema fails the test. */
export class Http {
  private readonly schemas: ReplySchemas;

  constructor(private readonly app: NestFastifyApplication) {
    this.schemas = new ReplySchemas(app);
  }

  get = <T = unknown>(path: string, asked?: Asked) => this.ask<T>('GET', path, asked);
  post = <T = unknown>(path: string, body?: unknown, asked?: Asked) =>
    this.ask<T>('POST', path, { ...asked, body });
  put = <T = unknown>(path: string, body?: unknown, asked?: Asked) =>
    this.ask<T>('PUT', path, { ...asked, body });
  delete = <T = unknown>(path: string, asked?: Asked) => this.ask<T>('DELETE', path, asked);
  send = <T = unknown>(method: Method, path: string, asked?: Asked) =>
    this.ask<T>(method, path, asked);

  /** Paths below `/api/v1` are given without it: `/case-tickets`. `//health` is outside it. */
  private async ask<T>(
    method: Method,
    path: string,
    { token, headers = {}, body }: Asked = {},
  ): Promise<Answer<T>> {
    const url = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const reply = await this.app.inject({
      method,
      url,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const isJson = String(reply.headers['content-type']).startsWith('application/json');
    const answer = isJson ? reply.json<T>() : (reply.body as T);
    this.schemas.check(method, url, reply.statusCode, answer);
    return { status: reply.statusCode, body: answer, headers: reply.headers };
  }
}
