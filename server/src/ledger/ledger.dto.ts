import {
  type CorrectEntry,
  type FieldOpening,
  type Grid,
  type LedgerEntry,
  ledgerLimits,
  type LedgerQuery,
  type OpenedField,
  type OpenField,
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
  Part,
  phoneNumber,
  Text,
  WholeNumber,
  Yes,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';

export class LedgerQueryDto extends PageQueryDto implements LedgerQuery {
  @Identifier({ optional: true })
  gridId?: string;
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

  @WholeNumber({ min: 1 })
  version!: number;
}

export class CorrectEntryBody implements CorrectEntry {
  @Text(ledgerLimits.nameChars)
  name!: string;

  @Text({ ...ledgerLimits.phoneChars, pattern: phoneNumber, nullable: true })
  phone!: string | null;

  @Text({ ...ledgerLimits.addressChars, nullable: true })
  address!: string | null;

  @Identifier({ nullable: true })
  householdId!: string | null;

  @WholeNumber({ min: 1 })
  version!: number;
}

export class GridView implements Grid {
  @Identifier()
  id!: string;

  @Identifier()
  federationId!: string;

  @Text(ledgerLimits.gridNameChars)
  name!: string;
}

class FieldVersionsView implements Record<SensitiveField, number> {
  @WholeNumber({ min: 1 })
  health!: number;

  @WholeNumber({ min: 1 })
  hardship!: number;

  @WholeNumber({ min: 1 })
  family!: number;

  @WholeNumber({ min: 1 })
  children!: number;
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

  @WholeNumber({ min: 1 })
  version!: number;

  @Part(() => FieldVersionsView)
  fieldVersions!: Record<SensitiveField, number>;
}

export class OpenedFieldView implements OpenedField {
  @OneOf(sensitiveFields)
  field!: SensitiveField;

  @FreeText({ nullable: true })
  text!: string | null;

  @WholeNumber({ min: 1 })
  version!: number;
}

export class FieldOpeningView implements FieldOpening {
  @OneOf(sensitiveFields)
  field!: SensitiveField;

  @Text()
  who!: string;

  @Moment()
  at!: string;
}
