import { type DeskGrid, type GridHolder, ledgerLimits, type NewGrid } from '@niangjia/shared';
import { Identifier, ListOf, Text } from '../platform/http/fields';
import { IdParams } from '../platform/http/id.dto';
import { GridView } from './ledger.dto';

export class NewGridBody implements NewGrid {
  @Identifier()
  federationId!: string;

  @Text(ledgerLimits.gridNameChars)
  name!: string;
}

export class GridHolderBody {
  @Identifier()
  accountId!: string;
}

export class GridHolderParams extends IdParams {
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
