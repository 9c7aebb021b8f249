import {
  type Division,
  federationLevels,
  type FoundDivision,
  type FoundPlaces,
  placeSearchLimits,
  type PlacesQuery,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { ListOf, OneOf, Text, WholeNumber } from '../platform/http/fields';
import { WomensHomeSummaryView } from './womens-home.dto';

export class PlacesQueryDto implements PlacesQuery {
  @Text(placeSearchLimits.wordsChars)
  words!: string;

  @WholeNumber({ ...placeSearchLimits.limit, optional: true })
  limit?: number;
}

class FoundDivisionView implements FoundDivision {
  @Text()
  code!: string;

  @Text()
  name!: string;

  @OneOf(federationLevels.filter((level) => level !== 'unit'))
  level!: Division['level'];

  @Text({ nullable: true })
  parentCode!: string | null;

  @Text({ nullable: true })
  parentName!: string | null;
}

export class FoundPlacesView implements FoundPlaces {
  @ListOf(() => FoundDivisionView)
  divisions!: FoundDivision[];

  @ListOf(() => WomensHomeSummaryView)
  homes!: WomensHomeSummary[];

  @ListOf(() => FoundDivisionView)
  meant!: FoundDivision[];
}
