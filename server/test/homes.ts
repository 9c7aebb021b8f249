import type { FederationRow } from '../src/federation';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { type NewWomensHome, WomensHomes } from '../src/womens-home';
import type { TestApp } from './app';

/** A home of the federation with a code on its wall. Answers its id. */
export function aHome(
  { app }: Pick<TestApp, 'app'>,
  { id: federationId, path: federationPath, divisionCode }: FederationRow,
  code: string,
  given: Partial<NewWomensHome> = {},
): Promise<string> {
  const homes = app.get(WomensHomes);
  const home: NewWomensHome = {
    name: '某村妇女之家',
    kind: 'womens_home',
    federationId,
    federationPath,
    divisionCode: divisionCode ?? '',
    address: '某村 1 号',
    phone: null,
    point: { lng: 118.4, lat: 24.9 },
    pointIsInvented: true,
    confidential: false,
    services: ['rights_help'],
    hours: { weekly: [[], [], [], [], [], [], []], onHolidays: 'closed', overrides: [] },
    verifiedOn: null,
    ...given,
  };
  return app.get(UnitOfWork).run(async (tx) => {
    const [id = ''] = await homes.add(tx, [home]);
    await homes.addCodes(tx, [{ code, womensHomeId: id }]);
    return id;
  });
}
