import { type Action, actionsWithSecondFactor } from '@niangjia/shared';
import { SetMetadata } from '@nestjs/common';

const allowKey = 'niangjia:allow';
const stepUpKey = 'niangjia:step-up';

/** `anyone` is public; `signed_in` wants a session; else an action of the rights table. */
export type Right = 'anyone' | 'signed_in' | Action;

/** Says who may use a route. A route without it stops the start. */
export const Allow = (...rights: [Right, ...Right[]]) => SetMetadata(allowKey, rights);

export const rightsOf = (handler: object): Right[] | undefined =>
  Reflect.getMetadata(allowKey, handler) as Right[] | undefined;

/** What is grave: whoever does it has just proved her second factor. */
export const StepUp = () => SetMetadata(stepUpKey, true);

export const stepsUp = (handler: object): boolean =>
  Reflect.getMetadata(stepUpKey, handler) === true;

/** The right itself asks for a second factor, or the act does. */
export const wantsSecondFactor = (handler: object): boolean =>
  stepsUp(handler) ||
  (rightsOf(handler) ?? []).some((right) => (actionsWithSecondFactor as Right[]).includes(right));
