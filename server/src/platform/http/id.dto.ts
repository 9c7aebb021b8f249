import { Identifier } from './fields';

/** Of the one thing that a path names. */
export class IdParams {
  @Identifier()
  id!: string;
}
