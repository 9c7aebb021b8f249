import { type CanActivate, Injectable } from '@nestjs/common';
import { Config } from '../platform/config';
import { Refusal } from '../platform/http/refusal';

/** In production there is no such address. It speaks before the body is looked at. */
@Injectable()
export class DemonstrationOnly implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(): boolean {
    if (this.config.mode === 'production') throw new Refusal('not_found');
    return true;
  }
}
