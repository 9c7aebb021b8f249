import { Accounts, Sessions } from '../../src/account';
import { DivisionRow, type FederationRow } from '../../src/federation';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { TestApp } from '../app';
import { aFederation, aPerson, type GivenPerson } from '../given';
import { type Caller, callers } from './callers';
import { divisionOf, levelOf, type Place, places, placesAbove } from './places';

const terms = {
  now: {},
  over: { fromDay: '2025-01-01', toDay: '2026-11-25' },
  to_come: { fromDay: '2026-11-27' },
};

/** The places of the matrix and the people who ask, in a database of their own. */
export class World {
  readonly federations = {} as Record<Place, FederationRow>;
  /** Somebody at each place, so that a ticket asked for there stays there. */
  readonly staffAt = {} as Record<Place, GivenPerson>;
  private readonly people = new Map<string, GivenPerson>();

  private constructor(readonly t: TestApp) {}

  static async build(t: TestApp): Promise<World> {
    const world = new World(t);
    for (const place of places) await world.establish(place);
    for (const caller of callers) world.people.set(caller.name, await world.twin(caller));
    for (const place of places) world.staffAt[place] = await world.somebodyAt(place);
    return world;
  }

  person({ name }: Pick<Caller, 'name'>): GivenPerson {
    return this.people.get(name)!;
  }

  /** Somebody else with the same posts, for an act that can be done only once. */
  async twin({ name, session, posts, notNow, proved }: Caller): Promise<GivenPerson> {
    if (session === 'none') return { accountId: '', postIds: [], token: '' };
    const held = notNow ? [{ kind: 'chair' as const, at: 'county' as const }] : posts;
    const term = terms[notNow ?? 'now'];
    const given = held.map(({ kind, at }) => ({ in: this.federations[at], kind, ...term }));
    const person = await aPerson(this.t, given, `示例·${name}`, proved);
    if (session === 'ended') await this.endSession(person);
    return person;
  }

  /** Another phone of the same woman. */
  async anotherSession({ accountId }: GivenPerson): Promise<string> {
    const { app } = this.t;
    const started = await app
      .get(UnitOfWork)
      .run((tx) => app.get(Sessions).start(tx, accountId, []));
    return started.token;
  }

  async sessionIds(token: string): Promise<string[]> {
    const { body } = await this.t.http.get<{ items: { id: string }[] }>('/me/sessions', { token });
    return body.items.map(({ id }) => id);
  }

  /** She deletes her account. */
  async leave({ token }: GivenPerson): Promise<void> {
    const { app } = this.t;
    const payload = { confirm: '删除' };
    const headers = { authorization: `Bearer ${token}` };
    await app.inject({ method: 'DELETE', url: '/api/v1/me', headers, payload });
  }

  async addDemonstrationPerson(demonstrationId: string): Promise<void> {
    const { app } = this.t;
    const person = { name: '示例·某人', isInvented: true, demonstrationId };
    await app.get(UnitOfWork).run((tx) => app.get(Accounts).add(tx, [person]));
  }

  private async establish(place: Place): Promise<void> {
    const above = placesAbove[place].at(-2);
    const level = levelOf[place];
    this.federations[place] = await aFederation(this.t, {
      name: `${place}妇联`,
      level,
      sector: level === 'unit' ? 'enterprise' : 'place',
      parent: above ? this.federations[above] : null,
      divisionCode: level === 'unit' ? undefined : divisionOf[place],
    });
    if (level !== 'unit') await this.addDivision(place, level);
  }

  private async addDivision(place: Place, level: DivisionRow['level']): Promise<void> {
    const above = placesAbove[place].at(-2);
    await this.t.dataSource.manager.insert(DivisionRow, {
      code: divisionOf[place],
      name: `${place}地`,
      level,
      parentCode: above ? divisionOf[above] : null,
    });
  }

  private somebodyAt(place: Place): Promise<GivenPerson> {
    return aPerson(this.t, [{ in: this.federations[place], kind: 'staff' }]);
  }

  private async endSession({ token }: GivenPerson): Promise<void> {
    await this.t.http.delete('/sessions/current', { token });
  }
}
