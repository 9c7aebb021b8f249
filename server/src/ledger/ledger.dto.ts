import {
  type FieldOpening,
  type Grid,
  type LedgerEntry,
  ledgerLimits,
  type LedgerQuery,
  type OpenedField,
  type OpenField,
  pageLimits,
  type SensitiveField,
  sensitiveFields,
  type WriteField,
} from '@niangjia/shared';
import {
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Text,
  WholeNumber,
  Yes,
} from '../platform/http/fields';

export class LedgerQueryDto implements LedgerQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;

  @Identifier({ optional: true })
  gridId?: string;
}

export class LedgerEntryParams {
  @Identifier()
  id!: string;
}

export class OpenFieldBody implements OpenField {
  @OneOf(sensitiveFields)
  field!: SensitiveField;
}

export class WriteFieldBody implements WriteField {
  @OneOf(sensitiveFields)
  field!: SensitiveField;

  @FreeText({ ...ledgerLimits.sensitiveChars, nullable: true })
  text!: string | null;

  @Yes('她同意了才能记。先当面问她。')
  agreed!: true;
}

export class GridView implements Grid {
  @Identifier()
  id!: string;

  @Identifier()
  federationId!: string;

  @Text(ledgerLimits.gridNameChars)
  name!: string;
}

export class LedgerEntryView implements LedgerEntry {
  @Identifier()
  id!: string;

  @Identifier()
  gridId!: string;

  @Identifier({ nullable: true })
  householdId!: string | null;

  @Text()
  name!: string;

  @Text({ nullable: true })
  phone!: string | null;

  @Text({ nullable: true })
  address!: string | null;

  @ListOf(sensitiveFields)
  holds!: SensitiveField[];
}

export class OpenedFieldView implements OpenedField {
  @OneOf(sensitiveFields)
  field!: SensitiveField;

  @FreeText({ nullable: true })
  text!: string | null;
}

export class FieldOpeningView implements FieldOpening {
  @OneOf(sensitiveFields)
  field!: SensitiveField;

  @Text()
  who!: string;

  @Moment()
  at!: string;
}
