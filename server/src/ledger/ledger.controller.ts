import {
  type FieldOpening,
  type Grid,
  ledgerEndpoints,
  type LedgerEntry,
  type OpenedField,
  type Page,
} from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import {
  CorrectEntryBody,
  FieldOpeningView,
  GridView,
  LedgerEntryView,
  LedgerQueryDto,
  OpenedFieldView,
  OpenFieldBody,
  WriteFieldBody,
} from './ledger.dto';
import { Ledger } from './ledger.service';

@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(ledgerEndpoints.grids)
  @Allow('visit.log')
  @Replies(GridView, { page: true })
  grids(@Who() person: Person): Promise<Page<Grid>> {
    return this.ledger.gridsOf(person);
  }

  @Route(ledgerEndpoints.entries)
  @Allow('visit.log')
  @Replies(LedgerEntryView, { page: true })
  @Refuses('grid_not_found')
  entries(
    @Who() person: Person,
    @CheckedQuery() query: LedgerQueryDto,
  ): Promise<Page<LedgerEntry>> {
    return this.ledger.list(person, query);
  }

  @Route(ledgerEndpoints.one)
  @Allow('visit.log')
  @Replies(LedgerEntryView)
  @Refuses('ledger_entry_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<LedgerEntry> {
    return this.ledger.one(person, id);
  }

  @Route(ledgerEndpoints.correct)
  @Allow('visit.log')
  @Replies(LedgerEntryView)
  @Refuses('ledger_entry_not_found', 'changed_meanwhile')
  correct(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: CorrectEntryBody,
  ): Promise<LedgerEntry> {
    return this.unitOfWork.run((tx) => this.ledger.correct(tx, person, id, body));
  }

  @Route(ledgerEndpoints.open)
  @Allow('visit.log')
  @Replies(OpenedFieldView)
  @Refuses('ledger_entry_not_found')
  open(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() { field }: OpenFieldBody,
  ): Promise<OpenedField> {
    return this.unitOfWork.run((tx) => this.ledger.open(tx, person, id, field));
  }

  @Route(ledgerEndpoints.write)
  @Allow('visit.log')
  @Replies(LedgerEntryView)
  @Refuses('ledger_entry_not_found', 'changed_meanwhile')
  write(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: WriteFieldBody,
  ): Promise<LedgerEntry> {
    return this.unitOfWork.run((tx) => this.ledger.write(tx, person, id, body));
  }

  @Route(ledgerEndpoints.openings)
  @Allow('visit.log')
  @Replies(FieldOpeningView, { page: true })
  @Refuses('ledger_entry_not_found')
  openings(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<Page<FieldOpening>> {
    return this.ledger.openings(person, id);
  }
}
