import { type FoundPlaces, placeSearchEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { Allow } from '../platform/http/allow';
import { CheckedQuery } from '../platform/http/checked';
import { Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { FoundPlacesView, PlacesQueryDto } from './place-search.dto';
import { PlaceSearch } from './place-search.service';

@Controller()
export class PlaceSearchController {
  constructor(private readonly places: PlaceSearch) {}

  @Route(placeSearchEndpoints.find)
  @Allow('anyone')
  @Replies(FoundPlacesView)
  find(@CheckedQuery() query: PlacesQueryDto): Promise<FoundPlaces> {
    return this.places.find(query);
  }
}
