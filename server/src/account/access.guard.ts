import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Right, rightsOf } from '../platform/http/allow';
import { Refusal } from '../platform/http/refusal';
import type { ApiRequest } from '../platform/http/request';
import type { Person } from './person';
import { branchesFor } from './rights';
import { Sessions } from './session.service';

const bearer = /^bearer ([\w-]{43})$/i;

/** Reads who asks and whether the route is for her. What it is about is the service's to check. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { authorization } = request.headers;
    const person = await this.personOf(authorization);
    request.person = person;

    // With an ended session too: nobody who asks for help is sent to sign in first.
    const rights = rightsOf(context.getHandler()) ?? [];
    if (rights.includes('anyone')) return true;
    if (person === undefined) throw new Refusal(authorization ? 'session_ended' : 'sign_in_needed');
    // That there is such a page is none of her business, so it is the same as not found.
    if (!rights.some((right) => holds(person, right))) throw new Refusal('not_found');
    return true;
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
