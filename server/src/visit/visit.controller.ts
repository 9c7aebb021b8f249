import {
  type Page,
  type SealingKey,
  type Synced,
  syncEndpoints,
  syncLimits,
  type Visit,
  visitEndpoints,
} from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedQuery } from '../platform/http/checked';
import { Limit } from '../platform/http/limits';
import { MostBodyBytes } from '../platform/http/most-body-bytes';
import { Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { MyVisits } from './my-visits.service';
import { SealedFacts } from './sealed-facts.service';
import { SealingKeyView, SubmitSealedBody, SyncedView, SyncFactsBody } from './sync.dto';
import { VisitsQueryDto, VisitView } from './visit.dto';
import { VisitSync } from './visit-sync.service';

/** What the phone of an 执委 sends. A fact counts once by its own id, so no `Idempotency-Key` is needed. */
@Controller()
export class VisitController {
  constructor(
    private readonly visits: VisitSync,
    private readonly sealed: SealedFacts,
    private readonly mine: MyVisits,
  ) {}

  @Route(syncEndpoints.sync)
  @Allow('visit.log')
  @MostBodyBytes(syncLimits.bodyBytes)
  @Replies(SyncedView)
  sync(@Who() person: Person, @CheckedBody() { facts }: SyncFactsBody): Promise<Synced> {
    return this.visits.sync(person, facts);
  }

  @Route(syncEndpoints.sealingKey)
  @Allow('visit.log')
  @Replies(SealingKeyView)
  sealingKey(@Who() { accountId }: Person): Promise<SealingKey> {
    return this.sealed.keyFor(accountId);
  }

  @Route(syncEndpoints.submitSealed)
  @Allow('anyone')
  @Limit('sealed')
  @MostBodyBytes(syncLimits.bodyBytes)
  @Replies(SyncedView)
  submitSealed(
    @Who() person: Person | undefined,
    @CheckedBody() { sealed }: SubmitSealedBody,
  ): Promise<Synced> {
    return this.sealed.submit(sealed, person);
  }

  @Route(visitEndpoints.mine)
  @Allow('visit.log')
  @Replies(VisitView, { page: true })
  visitsOf(@Who() person: Person, @CheckedQuery() query: VisitsQueryDto): Promise<Page<Visit>> {
    return this.mine.of(person, query);
  }
}
