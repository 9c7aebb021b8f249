import {
  type DeskWomensHome,
  type Point,
  type WomensHomeChange,
  womensHomeLimits,
  type WomensHomeService,
  womensHomeServices,
} from '@niangjia/shared';
import { Flag, ListOf, Part, Text, WholeNumber } from '../platform/http/fields';
import { PointPart } from '../platform/geo/point.dto';
import { OpeningHoursPart } from './opening-hours.dto';
import { WomensHomeView } from './womens-home.dto';

const phone = { is: /^[\d +-]+$/, say: '电话只写数字、空格、加号和短横。' };

export class WomensHomeChangeBody implements WomensHomeChange {
  @Text(womensHomeLimits.nameChars)
  name!: string;

  @Text(womensHomeLimits.addressChars)
  address!: string;

  @Text({ ...womensHomeLimits.phoneChars, pattern: phone, nullable: true })
  phone!: string | null;

  @ListOf(womensHomeServices, womensHomeLimits.services)
  services!: WomensHomeService[];

  @Part(() => OpeningHoursPart)
  hours!: OpeningHoursPart;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: Point;

  @WholeNumber({ min: 1 })
  version!: number;
}

export class DeskWomensHomeView extends WomensHomeView implements DeskWomensHome {
  @WholeNumber({ min: 1 })
  version!: number;

  @Flag({ description: 'A shelter: seen by its own branch only.' })
  confidential!: boolean;
}
