import {
  type DeskFilter,
  type SavedFilter,
  savedFilterLimits,
  type SaveFilter,
} from '@niangjia/shared';
import { Flag, Identifier, Part, Text } from '../platform/http/fields';
import { DeskFilterPart } from './desk.dto';

export class SaveFilterBody implements SaveFilter {
  @Text(savedFilterLimits.nameChars)
  name!: string;

  @Part(() => DeskFilterPart)
  filter!: DeskFilterPart;
}

export class SavedFilterView implements SavedFilter {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @Part(() => DeskFilterPart)
  filter!: DeskFilter;

  @Text({ nullable: true })
  federationName!: string | null;
}

export class FilterRemovedView {
  @Flag()
  removed!: boolean;
}
