import {
  divisionLimits,
  nearestLimits,
  type NearestHome,
  type NearestHomes,
  type NearestQuery,
  type Point,
  type ScannedCode,
  type WomensHome,
  type WomensHomeKind,
  womensHomeKinds,
  womensHomeLimits,
  type WomensHomeService,
  womensHomeServices,
  type WomensHomesQuery,
  type WomensHomeSummary,
} from '@niangjia/shared';
import {
  Decimal,
  Flag,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { PointPart } from '../platform/geo/point.dto';
import { PageQueryDto } from '../platform/http/page.dto';
import { OpeningHoursPart } from './opening-hours.dto';

export class CodeParams {
  @Text({ max: womensHomeLimits.codeChars.max })
  code!: string;
}

export class NearestQueryDto implements NearestQuery {
  @Decimal(nearestLimits.lng)
  lng!: number;

  @Decimal(nearestLimits.lat)
  lat!: number;

  @WholeNumber({ ...nearestLimits.limit, optional: true })
  limit?: number;

  @OneOf(womensHomeKinds, { optional: true })
  kind?: WomensHomeKind;

  @OneOf(womensHomeServices, { optional: true })
  service?: WomensHomeService;

  @Moment({ optional: true })
  openAt?: string;

  @Flag({ optional: true })
  openNow?: boolean;

  @Decimal({ ...nearestLimits.radiusMetres, optional: true })
  radiusMetres?: number;
}

export class WomensHomesQueryDto extends PageQueryDto implements WomensHomesQuery {
  @Text({
    ...divisionLimits.codeChars,
    pattern: {
      is: /^\d{6}(?:\d{3}){0,2}$/,
      say: '地区代码是 6、9 或 12 位数字。从列表里选一个地方。',
    },
  })
  divisionCode!: string;

  @OneOf(womensHomeKinds, { optional: true })
  kind?: WomensHomeKind;
}

export class WomensHomeSummaryView implements WomensHomeSummary {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @OneOf(womensHomeKinds)
  kind!: WomensHomeKind;

  @Text()
  address!: string;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: Point;

  @Flag()
  pointIsInvented!: boolean;

  @Flag()
  isOpen!: boolean;

  @Moment({ nullable: true })
  closesAt!: string | null;

  @Moment({ nullable: true })
  opensAt!: string | null;

  @ListOf(womensHomeServices)
  services!: WomensHomeService[];

  @Text({ nullable: true })
  phone!: string | null;
}

class NearestHomeView extends WomensHomeSummaryView implements NearestHome {
  @WholeNumber({ min: 0 })
  distanceMetres!: number;
}

export class NearestHomesView implements NearestHomes {
  @ListOf(() => NearestHomeView)
  items!: NearestHome[];
}

export class WomensHomeView extends WomensHomeSummaryView implements WomensHome {
  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @Text()
  divisionCode!: string;

  @Part(() => OpeningHoursPart)
  hours!: OpeningHoursPart;
}

export class ScannedCodeView implements ScannedCode {
  @Text()
  code!: string;

  @Part(() => WomensHomeView)
  womensHome!: WomensHomeView;
}
