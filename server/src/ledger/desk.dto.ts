import {
  type DeskGrid,
  type GridHolder,
  ledgerLimits,
  type NewGrid,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Identifier, ListOf, Text, WholeNumber } from '../platform/http/fields';
import { GridView } from './ledger.dto';

export class DeskGridsQuery implements PageQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}

export class NewGridBody implements NewGrid {
  @Identifier()
  federationId!: string;

  @Text(ledgerLimits.gridNameChars)
  name!: string;
}

export class GridParams {
  @Identifier()
  id!: string;
}

export class GridHolderBody {
  @Identifier()
  accountId!: string;
}

export class GridHolderParams extends GridParams {
  @Identifier()
  accountId!: string;
}

export class GridHolderView implements GridHolder {
  @Identifier()
  accountId!: string;

  @Text()
  name!: string;
}

export class DeskGridView extends GridView implements DeskGrid {
  @Text()
  federationName!: string;

  @ListOf(() => GridHolderView)
  holders!: GridHolderView[];
}
