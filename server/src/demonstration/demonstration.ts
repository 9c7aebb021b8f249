import { womensHomeKindLabels } from '@niangjia/shared';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Activities, Registrations } from '../activity';
import { type DivisionRow, Divisions, type FederationRow, Federations } from '../federation';
import { isMarked, markInstallation } from '../installation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { WomensHomes } from '../womens-home';
import { activitiesOf } from './activities';
import { type HomeAsked, inventedHome } from './homes';
import { InventedField } from './invented-field';
import { InventedJobs } from './invented-jobs';
import { addMediators } from './mediators';
import { type Organisation, organisations } from './organisations';
import { people } from './people';
import { placeName, readPlaces } from './places';
import { Seeded } from './seeded';

const seed = 20_261_122;
/** Without 0 O 1 I L, which a hand-copied poster confuses. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeChars = 8;
/** On the wall of 霞美村妇女之家. */
export const knownCode = 'XAME2345';
const knownHome = '霞美村妇女之家';
/** Who has the seats of the activity that has so many, and who waits for one. */
const fullAt = ['committee-member', 'enterprise-chair'];
const waiting = 'woman-waiting';
const registered = 'woman-booked';

/**
 * Fills a new database with 南安 and marks it as a demonstration, in one transaction: a start that is
 * killed half way leaves a new database. Answers whether there was anything to do.
 */
export function prepareDemonstration(app: INestApplicationContext): Promise<boolean> {
  return app.get(UnitOfWork).run(async (tx) => {
    if (await isMarked(tx)) return false;
    await new Preparation(app, tx).run();
    await markInstallation(tx, 'demonstration', app.get(Clock).now());
    return true;
  });
}

class Preparation {
  private readonly seeded = new Seeded(seed);
  private readonly places = readPlaces();
  private readonly byCode = new Map(this.places.map((place) => [place.code, place]));
  private readonly placeOf = new Map<string, FederationRow>();
  private readonly named = new Map<string, FederationRow>();
  /** By demonstration id. */
  private readonly accountOf = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly tx: EntityManager,
  ) {}

  async run(): Promise<void> {
    await this.app.get(Divisions).add(this.tx, this.places);
    for (const level of ['province', 'prefecture', 'county', 'town', 'village'] as const)
      await this.addPlaces(this.places.filter((place) => place.level === level));
    for (const organisation of organisations) await this.addOrganisation(organisation);
    await this.addHomes();
    await this.addPeople();
    await this.addActivities();
    const given = {
      app: this.app,
      tx: this.tx,
      seeded: this.seeded,
      accountOf: (who: string) => this.accountOf.get(who)!,
      federationNamed: (name: string) => this.federationNamed(name),
      townNamed: (name: string) => this.townNamed(name),
    };
    await new InventedJobs(given).add();
    await new InventedField(given).add();
    await addMediators(given);
  }

  private async addPlaces(places: DivisionRow[]): Promise<void> {
    const asked = places.map((place) => ({
      name: `${placeName(place)}妇联`,
      kind: 'federation' as const,
      sector: 'place' as const,
      level: place.level,
      parent: this.placeOf.get(place.parentCode ?? '') ?? null,
      divisionCode: place.code,
      establishmentMode: 'alone' as const,
      partners: [],
      answersWithinHours: place.name === '霞美镇' ? 48 : undefined,
    }));
    const rows = await this.app.get(Federations).establishAll(this.tx, asked);
    rows.forEach((row) => {
      this.placeOf.set(row.divisionCode ?? '', row);
      this.named.set(row.name, row);
    });
  }

  private async addOrganisation({ name, under, sector, ...asked }: Organisation): Promise<void> {
    const row = await this.app.get(Federations).establish(this.tx, {
      name,
      sector,
      kind: asked.kind ?? 'federation',
      level: asked.level ?? 'unit',
      parent: this.federationNamed(under),
      establishmentMode: asked.mode ?? 'alone',
      partners: asked.partners ?? [],
    });
    this.named.set(name, row);
  }

  private async addHomes(): Promise<void> {
    const asked = [...this.villageHomes(), ...this.organisationHomes(), this.shelter()];
    const homes = asked.map((home) => inventedHome(home, this.seeded));
    const ids = await this.app.get(WomensHomes).add(this.tx, homes);

    const codes = ids.flatMap((womensHomeId, at) => {
      if (homes[at]!.confidential) return [];
      const chance = this.seeded.text(codeAlphabet, codeChars);
      return [{ code: homes[at]!.name === knownHome ? knownCode : chance, womensHomeId }];
    });
    await this.app.get(WomensHomes).addCodes(this.tx, codes);
  }

  private villageHomes(): HomeAsked[] {
    const villages = this.places.filter(({ level }) => level === 'village');
    return villages.map((division) => ({
      name: `${placeName(division)}妇女之家`,
      kind: 'womens_home',
      federation: this.placeOf.get(division.code)!,
      division,
      town: this.byCode.get(division.parentCode ?? '')!,
    }));
  }

  private organisationHomes(): HomeAsked[] {
    return organisations.flatMap(({ name, town, home }) => {
      if (home === undefined) return [];
      const division = this.townNamed(town);
      return [
        {
          name: `${name.replace(/(?:妇联|妇女微家|执委工作站)$/, '')}${womensHomeKindLabels[home]}`,
          kind: home,
          federation: this.federationNamed(name),
          division,
          town: division,
        },
      ];
    });
  }

  /** A place of refuge: in the database so that one can see that it is seen nowhere. */
  private shelter(): HomeAsked {
    const town = this.townNamed('柳城街道');
    const federation = this.federationNamed('南安市妇联');
    const name = '示例庇护所';
    return { name, kind: 'rights_station', federation, division: town, town, confidential: true };
  }

  private async addPeople(): Promise<void> {
    const accounts = this.app.get(Accounts);
    const invented = people.map((person) => ({ ...person, isInvented: true }));
    const ids = await accounts.add(this.tx, invented);
    people.forEach(({ demonstrationId }, at) => this.accountOf.set(demonstrationId, ids[at]!));
    const posts = people.flatMap(({ post }, at) => {
      if (!post) return [];
      const { id: federationId } = this.federationNamed(post.in);
      return [{ accountId: ids[at]!, federationId, kind: post.kind, fromDay: '2026-01-01' }];
    });
    await accounts.appoint(this.tx, posts);
  }

  private async addActivities(): Promise<void> {
    const activities = activitiesOf({
      now: this.app.get(Clock).now(),
      seeded: this.seeded,
      federationNamed: (name) => this.federationNamed(name),
      townNamed: (name) => this.townNamed(name),
    });
    const ids = await this.app.get(Activities).add(this.tx, activities);

    // One is full, so that the waiting list can be seen.
    const full = ids[activities.findIndex(({ seats }) => seats === fullAt.length)]!;
    for (const who of [...fullAt, waiting]) await this.register(who, full);
    await this.register(registered, ids[0]!);
  }

  private register(who: string, activityId: string) {
    const accountId = this.accountOf.get(who)!;
    return this.app.get(Registrations).register(this.tx, accountId, activityId, {});
  }

  private federationNamed(name: string): FederationRow {
    const row = this.named.get(name);
    if (!row) throw new Error(`the demonstration knows no ${name}`);
    return row;
  }

  private townNamed(name: string): DivisionRow {
    const row = this.places.find((place) => place.level === 'town' && place.name === name);
    if (!row) throw new Error(`the demonstration knows no ${name}`);
    return row;
  }
}
