import { dayOf } from '@niangjia/shared';
import { PostRow } from '../../src/account';
import { NotificationRow } from '../../src/notification';
import { newId } from '../../src/platform/ids';
import { type Caller, callers, owner } from './callers';
import { type Place, places } from './places';
import { bothKeepersAt, keeperAt, secondKeeperAt } from './field-things';
import type { Row, Target } from './row';
import { atDesk, mayAnywhere, ticketOfBranch } from './rules';
import type { Aside, Kind } from './making';
import { makers } from './things';
import type { World } from './world';

const units: readonly Place[] = ['unit', 'otherUnit'];
const withoutUnits = places.filter((place) => !units.includes(place));

const levels: readonly Place[] = ['village', 'town', 'county'];
const owners = owner.name;

type Of = string | readonly string[];

interface Plan {
  places: readonly Place[];
  states: readonly string[];
  /** Whose it is, where it is somebody's. */
  of?: Of | ((at: Place) => Of);
}

const barred = (at: Place, of: string): Plan => ({ places: [at], states: ['barred'], of });
const handedOver: Plan = { places: ['village', 'otherTown'], states: ['handed_over'] };
const minors: readonly Plan[] = [
  { places: ['village'], states: ['locked'] },
  { places: ['village'], states: ['unlocked'], of: 'staff of village' },
];
const barredFromTicket = [
  barred('village', 'chair of village'),
  barred('sibling', 'chair of town'),
];

/** Where one of each is planted, in which states. No ticket lies at a unit: none is asked for there. */
const plan: Record<Kind, Plan | readonly Plan[]> = {
  federation: { places, states: ['open'] },
  activity: { places, states: ['published', 'draft', 'closed', 'cancelled'] },
  job: { places, states: ['published', 'draft', 'closed'] },
  shift: { places: ['village', 'otherUnit'], states: ['open'] },
  home: { places, states: ['open', 'confidential'] },
  code: { places, states: ['open', 'confidential', 'ended'] },
  ticket: [
    { places: withoutUnits, states: ['open', 'withdrawn'] },
    handedOver,
    ...barredFromTicket,
    ...minors,
  ],
  mediator: { places, states: ['open'] },
  referral: [
    { places: withoutUnits, states: ['open', 'withdrawn'] },
    handedOver,
    ...barredFromTicket,
    ...minors,
  ],
  measured: [{ places: ['village', 'otherTown'], states: ['open'] }, ...barredFromTicket],
  escalation: [
    { places: ['town', 'county'], states: ['open'] },
    barred('town', 'chair of town'),
    barred('county', 'staff of county'),
  ],
  approval: [{ places: ['village', 'otherTown'], states: ['open'] }, ...barredFromTicket],
  offer: [
    { places: ['village', 'town', 'otherTown'], states: ['open'] },
    barred('town', 'staff of town'),
  ],
  filter: { places: levels, states: ['open'], of: (at) => `staff of ${at}` },
  registration: { places: ['village'], states: ['open', 'gone'], of: owners },
  booking: { places: ['village'], states: ['open', 'gone'], of: owners },
  kept: { places: ['village'], states: ['open', 'gone'], of: owners },
  notification: { places: ['village'], states: ['open', 'gone'], of: owners },
  session: { places: ['village'], states: ['open', 'gone'], of: owners },
  grid: { places: levels, states: ['open'], of: keeperAt },
  link: [
    { places: levels, states: ['open', 'over'], of: keeperAt },
    { places: ['village'], states: ['handed_over'], of: secondKeeperAt('village') },
  ],
  entry: [
    { places: levels, states: ['open', 'over'], of: keeperAt },
    { places: ['village'], states: ['handed_over'], of: bothKeepersAt('village') },
  ],
  visit: [
    { places: levels, states: ['open', 'over'], of: keeperAt },
    { places: ['village'], states: ['handed_over'], of: [] },
  ],
  holder: { places: levels, states: ['open'] },
  committee: { places: levels, states: ['open'] },
  enterprise: { places, states: ['open'] },
  post: { places: ['sibling', 'otherVillage', 'town'], states: ['open'] },
  // Nobody who asks holds a post there, which she then could not take.
  invitation: { places: ['sibling', 'otherVillage'], states: ['open'] },
  keptLink: { places: ['village'], states: ['open', 'ended', 'gone'], of: owners },
};

/** Her leaving ends the link, and the ledger no longer shows her. */
const afterHer = (made: Aside): Aside =>
  ['link', 'entry', 'visit'].includes(made.kind) ? { ...made, state: 'gone' } : made;

/** All that stands in the world before anybody asks. */
export class Planted {
  private readonly things = Object.fromEntries(
    Object.keys(plan).map((kind) => [kind, []]),
  ) as unknown as Record<Kind, Target[]>;
  /** A made-up id for each kind, of what never existed. */
  private readonly never = newId();

  private constructor(private readonly world: World) {}

  static async plant(world: World): Promise<Planted> {
    const planted = new Planted(world);
    for (const kind of Object.keys(plan) as Kind[]) await planted.plantAll(kind);
    await planted.noteCurrentSessions();
    planted.noteHolders();
    await planted.notePosts();
    await planted.noteNews();
    await world.addDemonstrationPerson('matrix');
    return planted;
  }

  all(kind: Kind): Target[] {
    return this.things[kind];
  }

  /** What a row is asked about, and last what never was. */
  targetsOf({ on }: Row): (Target | undefined)[] {
    if (!on) return [undefined];
    const standing = this.all(on.kind).filter(
      ({ at, state, isAside }) =>
        !isAside && on.states.includes(state) && (on.places ?? places).includes(at),
    );
    return [...standing, { id: this.never, at: 'village', state: 'never' }];
  }

  /** One like it, for an act that can be done only once. */
  async another(kind: Kind, { at, state, of }: Target): Promise<Target> {
    const hers = this.world.person({ name: [of ?? owner.name].flat()[0] ?? owner.name });
    const { also = [], ...made } = await makers[kind](this.world, at, state, hers);
    for (const one of also) this.aside({ of, ...one }, at);
    return { ...made, at, state, of };
  }

  private async plantAll(kind: Kind): Promise<void> {
    for (const { places: where, states, of } of [plan[kind]].flat())
      for (const at of where)
        for (const state of states)
          this.things[kind].push(
            await (state === 'gone'
              ? this.gone(kind)
              : this.another(kind, {
                  ...{ id: '', at, state },
                  of: typeof of === 'function' ? of(at) : of,
                })),
          );
  }

  /** It was there until her account was deleted. */
  private async gone(kind: Kind): Promise<Target> {
    const her = await this.world.twin({ name: 'who left', session: 'live', posts: [] });
    const { also = [], ...made } = await makers[kind](this.world, 'village', 'open', her);
    for (const one of also) this.aside(afterHer(one), 'village');
    await this.world.leave(her);
    return { ...made, at: 'village', state: 'gone', of: 'who left' };
  }

  private aside({ kind, ...made }: Aside, at: Place): void {
    this.things[kind].push({ at, ...made, isAside: true });
  }

  /** Whoever may visit stands on the list of those to whom links can be handed. */
  private noteHolders(): void {
    for (const caller of callers.filter((one) => mayAnywhere(one, ['visit.log'])))
      this.things.holder.push({
        id: this.world.person(caller).accountId,
        at: caller.posts[0]!.at,
        state: 'open',
        isAside: true,
      });
  }

  /** Who holds one today, or will. */
  private async notePosts(): Promise<void> {
    const { t, federations } = this.world;
    const today = dayOf(t.clock.now());
    const known = new Set(this.things.post.map(({ id }) => id));
    for (const post of await t.dataSource.manager.find(PostRow)) {
      const { id, accountId: on, federationId, fromDay, toDay } = post;
      const at = places.find((place) => federations[place].id === federationId);
      const state = fromDay > today ? 'to_come' : post.kind;
      if (at && (toDay ?? today) >= today && !known.has(id))
        this.things.post.push({ id, at, state, on, of: this.nameOf(on), isAside: true });
    }
  }

  /** What the planting told: of a ticket nobody keeps what it is not there for. */
  private async noteNews(): Promise<void> {
    for (const { id, accountId, aboutId } of await this.world.t.dataSource.manager.find(
      NotificationRow,
    )) {
      const caller = callers.find(({ name }) => name === this.nameOf(accountId));
      const ticket = this.all('ticket').find((one) => one.id === aboutId);
      const offer = this.all('offer').find((one) => one.on === aboutId);
      if (!caller || !ticket) continue;
      const isHers = ticketOfBranch(caller, ticket) || (offer && atDesk(caller, offer));
      const news = { id, at: ticket.at, state: 'open', isAside: true } as const;
      this.things.notification.push({ ...news, of: isHers ? caller.name : [] });
    }
  }

  private nameOf(accountId: string): string | undefined {
    return callers.find((one) => this.world.person(one).accountId === accountId)?.name;
  }

  private async noteCurrentSessions(): Promise<void> {
    for (const caller of callers.filter(({ session }) => session === 'live'))
      await this.noteCurrentSession(caller);
  }

  private async noteCurrentSession(caller: Caller): Promise<void> {
    const known = new Set(this.things.session.map(({ id }) => id));
    const ids = await this.world.sessionIds(this.world.person(caller).token);
    const current = ids.filter((id) => !known.has(id));
    const thing = { at: 'village', state: 'open', of: caller.name, isAside: true } as const;
    this.things.session.push(...current.map((id) => ({ ...thing, id })));
  }
}
