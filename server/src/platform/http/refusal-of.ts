import type { RefusalCode } from '@niangjia/shared';
import { HttpException } from '@nestjs/common';
import { isUnavailable } from '../database/faults';
import { Refusal } from './refusal';

const byStatus: Record<number, RefusalCode> = {
  400: 'bad_json',
  401: 'sign_in_needed',
  403: 'not_found',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  414: 'not_found',
  415: 'wrong_content_type',
  429: 'too_many',
  503: 'busy',
};

/** Only the framework's own errors tell a status; an error of a library that has one is a fault. */
function statusOf(error: object): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') ? Number(statusCode) : undefined;
}

/** Every way in which something can go wrong, as a refusal of the catalogue. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) return new Refusal('busy', { retryAfterSeconds: 5 });
  if (error instanceof URIError) return new Refusal('not_found');

  const status = typeof error === 'object' && error !== null ? statusOf(error) : undefined;
  const otherwise = status !== undefined && status < 500 ? 'bad_json' : 'fault';
  return new Refusal(byStatus[status ?? 500] ?? otherwise);
}
