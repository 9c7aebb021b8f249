import { type RefusalCode, refusals } from '@niangjia/shared';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type Right, rightsOf } from '../platform/http/allow';
import type { ApiRequest } from '../platform/http/request';
import { Routes } from '../platform/http/routes';
import { isId } from '../platform/ids';
import { actAt } from './act-at';
import { type AuditSubject, Audit } from './audit.service';

/** Of one account, in one process; so that nobody fills the audit. */
const mostAnHour = 200;

/** No right, though not told by 403 or 404: to prove it anew, or that another one has to agree. */
const otherwiseTold: readonly RefusalCode[] = [
  'reauth_needed',
  'case_ticket_locked',
  'unlock_not_asked',
  'unlock_same_person',
  'extension_not_asked',
  'extension_same_person',
];

interface RefusedAct {
  act: string;
  /** Its id may be anything that was sent: only a well-formed one is kept. */
  subject: AuditSubject;
  code: RefusalCode;
}

/**
 * Writes down who was refused because she may not, or because it is not hers to see: both are told as what never was,
 * and both are kept alike. It comes after the act was undone, and the refusal goes out also when it cannot be written.
 */
@Injectable()
export class RefusedActs implements OnModuleInit {
  private readonly log = new Logger(RefusedActs.name);
  private readonly most: number;
  private readonly counted = new RateLimiterMemory({ points: mostAnHour, duration: 3600 });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly routes: Routes,
    private readonly http: HttpAdapterHost,
    config: Config,
  ) {
    this.most = Math.ceil(mostAnHour * config.limitFactor);
  }

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const audited = this.routes.all().filter(({ handler }) => isForPosts(handler));
    const names = new Set(audited.map(({ method, path }) => `${method} ${path}`));
    fastify.addHook('onSend', async (request: ApiRequest) => {
      const { person, refusedWith: code, routeOptions, params } = request;
      if (!person || !code) return;
      const path = routeOptions.url ?? '';
      // What is asked for by its head alone is asked for.
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      if (!names.has(`${method} ${path}`) && code !== 'invitation_not_found') return;
      const { type, act } = actAt(method, path);
      const { id = '' } = params as { id?: string };
      await this.note(person.accountId, [{ act, subject: { type, id }, code }]);
    });
  }

  async note(accountId: string, refused: readonly RefusedAct[]): Promise<void> {
    try {
      for (const one of refused.filter(({ code }) => isForWantOfRight(code)))
        await this.noteOne(accountId, one);
    } catch (fault) {
      this.log.error('refusal_not_audited', fault);
    }
  }

  /** The first above the most says that they were too many; the others of that hour say nothing. */
  private async noteOne(accountId: string, { act, subject, code }: RefusedAct): Promise<void> {
    const { consumedPoints } = await this.counted.penalty(accountId);
    if (consumedPoints > this.most + 1) return;
    const result = consumedPoints > this.most ? 'too_many' : code;
    const kept = { ...subject, id: isId(subject.id) ? subject.id : '' };
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, { accountId, act, subject: kept, result }),
    );
  }
}

/** Whoever is signed in asks of her own; what wants a post is not hers. */
const isForPosts = (handler: object): boolean =>
  (rightsOf(handler) ?? []).every((right: Right) => right !== 'anyone' && right !== 'signed_in');

const isForWantOfRight = (code: RefusalCode): boolean =>
  [403, 404].includes(refusals[code].status) || otherwiseTold.includes(code);
