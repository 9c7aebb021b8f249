import {
  nearestLimits,
  type NearestHomes,
  type NearestQuery,
  type Page,
  pageLimits,
  readRfc3339,
  type ScannedCode,
  type WomensHome,
  type WomensHomesQuery,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Federations } from '../federation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { divisionPrefix } from './division-prefix';
import { Nearest } from './nearest';
import { openStateOf } from './open-state';
import { maskOf } from './services-mask';
import { cardOf, nearestHomeOf, summaryOf } from './views';
import type { WomensHomeRow } from './womens-home.entity';
import { findByCode, findHome, findHomesIn } from './womens-home.repository';

/** What everybody may see of homes. */
@Injectable()
export class ListedHomes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly search: Nearest,
    private readonly federations: Federations,
  ) {}

  async nearest({
    lng,
    lat,
    service,
    openAt,
    openNow,
    ...query
  }: NearestQuery): Promise<NearestHomes> {
    if (openAt !== undefined && openNow !== undefined) throw twoMoments();

    const moment = readRfc3339(openAt ?? '') ?? this.clock.now();
    const found = await this.search.find({
      ...query,
      point: { lng, lat },
      limit: query.limit ?? nearestLimits.limit.default,
      services: service ? maskOf([service]) : 0,
      moment,
      openOnly: openAt !== undefined || openNow === true,
    });
    return { items: found.map((home) => nearestHomeOf(home)) };
  }

  async list(query: WomensHomesQuery): Promise<Page<WomensHomeSummary>> {
    const limit = query.limit ?? pageLimits.default;
    const rows = await findHomesIn(this.unitOfWork.reader, {
      prefix: divisionPrefix(query.divisionCode),
      kind: query.kind,
      after: decodeAfter(query.after, ['', '']) ?? ['', ''],
      limit,
    });
    const now = this.clock.now();
    return pageOf(
      rows,
      limit,
      ({ divisionCode, id }) => [divisionCode, id],
      (row) => summaryOf(row, openStateOf(row.hours, now)),
    );
  }

  async one(id: string): Promise<WomensHome> {
    const home = await findHome(this.unitOfWork.reader, id);
    if (!home) throw new Refusal('womens_home_not_found');
    return this.card(home);
  }

  /** What a printed code leads to today. */
  async scanned(code: string): Promise<ScannedCode> {
    const home = await findByCode(this.unitOfWork.reader, code);
    if (!home) throw new Refusal('code_not_known');
    return { code, womensHome: await this.card(home) };
  }

  async isKnown(code: string): Promise<boolean> {
    return (await findByCode(this.unitOfWork.reader, code)) !== null;
  }

  private async card(home: WomensHomeRow): Promise<WomensHome> {
    const { name } = await this.federations.rowOf(this.unitOfWork.reader, home.federationId);
    return cardOf(home, name, this.clock.now());
  }
}

const twoMoments = (): Refusal =>
  new Refusal('bad_input', { fields: { openNow: '“现在开门”和指定时间只选一个。' } });
