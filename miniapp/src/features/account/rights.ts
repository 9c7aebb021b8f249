import type { Account, Action } from '@niangjia/shared';

/** Whether one of her posts allows it somewhere; the service decides where. */
export const mayDo = ({ posts }: Account, action: Action): boolean =>
  posts.some(({ actions }) => actions.includes(action));
