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
    const person = await this.personOf(request.headers.authorization);
    request.person = person;

    const rights = rightsOf(context.getHandler()) ?? [];
    if (rights.includes('anyone')) return true;
    if (person === undefined) throw new Refusal('sign_in_needed');
    // That there is such a page is none of her business, so it is the same as not found.
    if (!rights.some((right) => holds(person, right))) throw new Refusal('not_found');
    return true;
  }

  /** A session that has ended is said to have ended, on public routes too: she might think it serves. */
  private async personOf(authorization: string | undefined): Promise<Person | undefined> {
    if (authorization === undefined) return undefined;
    const token = bearer.exec(authorization)?.[1];
    const person = token === undefined ? undefined : await this.sessions.personOf(token);
    if (person === undefined) throw new Refusal('session_ended');
    return person;
  }
}

function holds(person: Person, right: Right): boolean {
  if (right === 'anyone' || right === 'signed_in') return true;
  return branchesFor(person, right).length > 0;
}
