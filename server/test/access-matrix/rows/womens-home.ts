import { placeSearchEndpoints, womensHomeEndpoints } from '@niangjia/shared';
import { homeChange, withCode, withId } from '../bodies';
import { fewPlaces } from '../places';
import { inBranch, published } from '../rules';
import type { Row } from '../row';

const near = 'lng=118.4&lat=24.9';

export const womensHomeRows: readonly Row[] = [
  {
    endpoint: womensHomeEndpoints.nearest,
    who: 'anyone',
    ask: () => ({ query: near }),
    lists: { kind: 'home', lets: published, query: `${near}&limit=50` },
  },
  {
    endpoint: womensHomeEndpoints.list,
    who: 'anyone',
    ask: () => ({ query: 'divisionCode=490001' }),
    lists: {
      kind: 'home',
      lets: (caller, thing) => thing.at !== 'otherCounty' && published(caller, thing),
      query: 'divisionCode=490001',
    },
  },
  {
    endpoint: placeSearchEndpoints.find,
    who: 'anyone',
    ask: () => ({ query: 'words=town' }),
  },
  {
    endpoint: womensHomeEndpoints.one,
    who: 'anyone',
    on: { kind: 'home', states: ['open', 'confidential'], places: fewPlaces },
    lets: published,
    otherwise: 'womens_home_not_found',
    ask: withId,
  },
  {
    endpoint: womensHomeEndpoints.scanned,
    who: 'anyone',
    on: { kind: 'code', states: ['open', 'confidential', 'ended'], places: fewPlaces },
    lets: published,
    otherwise: 'code_not_known',
    ask: withCode,
  },
  {
    endpoint: womensHomeEndpoints.deskList,
    who: ['womens_home.edit'],
    lists: { kind: 'home', lets: inBranch('womens_home.edit') },
  },
  {
    endpoint: womensHomeEndpoints.deskOne,
    who: ['womens_home.edit'],
    on: { kind: 'home', states: ['open', 'confidential'] },
    lets: inBranch('womens_home.edit'),
    otherwise: 'womens_home_not_found',
    ask: withId,
  },
  {
    endpoint: womensHomeEndpoints.change,
    who: ['womens_home.edit'],
    on: { kind: 'home', states: ['confidential'] },
    lets: inBranch('womens_home.edit'),
    otherwise: 'womens_home_not_found',
    ask: ({ id }) => ({ params: { id }, body: homeChange }),
  },
  {
    endpoint: womensHomeEndpoints.pointCode,
    who: ['womens_home.edit'],
    // To a home of hers or to another's; the code itself is nobody's yet.
    on: { kind: 'home', states: ['open'] },
    lets: inBranch('womens_home.edit'),
    otherwise: 'womens_home_not_found',
    ask: ({ id }) => ({ params: { code: `WALL${id.slice(-8)}` }, body: { womensHomeId: id } }),
  },
  {
    endpoint: womensHomeEndpoints.endCode,
    who: ['womens_home.edit'],
    on: { kind: 'code', states: ['confidential', 'ended'] },
    lets: inBranch('womens_home.edit'),
    otherwise: 'code_not_known',
    ask: withCode,
  },
];
