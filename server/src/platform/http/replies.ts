import type { RefusalCode } from '@niangjia/shared';
import { applyDecorators, Header, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';

const repliesKey = 'niangjia:replies';
const fileKey = 'niangjia:file';
const refusesKey = 'niangjia:refuses';

export interface RepliesNote {
  readonly view: Type;
  /** `{ items, next }` around the view. */
  readonly page: boolean;
}

/** What the route answers, for the OpenAPI document and for the test of every real reply. */
export const Replies = (view: Type, { page = false }: { page?: boolean } = {}) =>
  applyDecorators(SetMetadata(repliesKey, { view, page }), ApiExtraModels(view));

/** What the route answers instead of JSON: the bytes of one file. No cache keeps it. */
export const RepliesFile = (type: string) =>
  applyDecorators(
    SetMetadata(fileKey, type),
    Header('content-type', type),
    Header('cache-control', 'no-store'),
  );

/** The refusals of its own that a route can answer, besides those every route has. */
export const Refuses = (...codes: RefusalCode[]) => SetMetadata(refusesKey, codes);

export const repliesOf = (handler: object): RepliesNote | undefined =>
  Reflect.getMetadata(repliesKey, handler) as RepliesNote | undefined;

export const fileOf = (handler: object): string | undefined =>
  Reflect.getMetadata(fileKey, handler) as string | undefined;

export const refusesOf = (handler: object): RefusalCode[] =>
  (Reflect.getMetadata(refusesKey, handler) as RefusalCode[] | undefined) ?? [];
