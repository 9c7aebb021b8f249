import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { type Right, rightsOf, stepsUp, wantsSecondFactor } from '../platform/http/allow';
import { Refusal } from '../platform/http/refusal';
import type { ApiRequest } from '../platform/http/request';
import type { Person } from './person';
import { branchesFor } from './rights';
import { isFresh } from './second-factor.service';
import { Sessions } from './session.service';

const bearer = /^bearer ([\w-]{43})$/i;

/** Reads who asks, whether the route is for her, and whether she proved enough. What it is about is the service's to check. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { authorization } = request.headers;
    const person = await this.personOf(authorization);
    request.person = person;

    // With an ended session too: nobody who asks for help is sent to sign in first.
    const handler = context.getHandler();
    const rights = rightsOf(handler) ?? [];
    if (rights.includes('anyone')) return true;
    if (person === undefined) throw new Refusal(authorization ? 'session_ended' : 'sign_in_needed');
    // That there is such a page is none of her business, so it is the same as not found.
    if (!rights.some((right) => holds(person, right))) throw new Refusal('not_found');
    this.checkSecondFactor(person, handler);
    return true;
  }

  private checkSecondFactor(person: Person, handler: object): void {
    if (!wantsSecondFactor(handler)) return;
    if (!person.secondFactorAt) throw new Refusal('second_factor_needed');
    if (stepsUp(handler) && !isFresh(person, this.clock.now())) throw new Refusal('reauth_needed');
  }

  private async personOf(authorization = ''): Promise<Person | undefined> {
    const token = bearer.exec(authorization)?.[1];
    return token === undefined ? undefined : this.sessions.personOf(token);
  }
}

function holds(person: Person, right: Right): boolean {
  if (right === 'anyone' || right === 'signed_in') return true;
  return branchesFor(person, right).length > 0;
}
