import type { Action } from '@niangjia/shared';
import { SetMetadata } from '@nestjs/common';

const allowKey = 'niangjia:allow';

/** `anyone` is public; `signed_in` wants a session; else an action of the rights table. */
export type Right = 'anyone' | 'signed_in' | Action;

/** Says who may use a route. A route without it stops the start. */
export const Allow = (...rights: [Right, ...Right[]]) => SetMetadata(allowKey, rights);

export const rightsOf = (handler: object): Right[] | undefined =>
  Reflect.getMetadata(allowKey, handler) as Right[] | undefined;
