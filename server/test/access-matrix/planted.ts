import { newId } from '../../src/platform/ids';
import { type Caller, callers, owner } from './callers';
import { type Place, places } from './places';
import { keeperAt } from './field-things';
import type { Row, Target } from './row';
import { mayAnywhere } from './rules';
import type { Aside, Kind } from './making';
import { makers } from './things';
import type { World } from './world';

const units: readonly Place[] = ['unit', 'otherUnit'];
const withoutUnits = places.filter((place) => !units.includes(place));

const levels: readonly Place[] = ['village', 'town', 'county'];
const owners = (): string => owner.name;

interface Plan {
  places: readonly Place[];
  states: readonly string[];
  /** Whose it is, where it is somebody's. */
  of?: (at: Place) => string;
}

/** Where one of each is planted, in which states. No ticket lies at a unit: none is asked for there. */
const plan: Record<Kind, Plan> = {
  federation: { places, states: ['open'] },
  activity: { places, states: ['published', 'draft', 'closed', 'cancelled'] },
  job: { places, states: ['published', 'draft', 'closed'] },
  shift: { places: ['village', 'otherUnit'], states: ['open'] },
  home: { places, states: ['open', 'confidential'] },
  code: { places, states: ['open', 'confidential', 'ended'] },
  ticket: { places: withoutUnits, states: ['open', 'withdrawn'] },
  mediator: { places, states: ['open'] },
  referral: { places: withoutUnits, states: ['open', 'withdrawn'] },
  registration: { places: ['village'], states: ['open', 'gone'], of: owners },
  booking: { places: ['village'], states: ['open', 'gone'], of: owners },
  kept: { places: ['village'], states: ['open', 'gone'], of: owners },
  notification: { places: ['village'], states: ['open', 'gone'], of: owners },
  session: { places: ['village'], states: ['open', 'gone'], of: owners },
  grid: { places: levels, states: ['open'], of: keeperAt },
  link: { places: levels, states: ['open'], of: keeperAt },
  entry: { places: levels, states: ['open'], of: keeperAt },
  visit: { places: levels, states: ['open'], of: keeperAt },
  holder: { places: levels, states: ['open'] },
  committee: { places: levels, states: ['open'] },
  enterprise: { places, states: ['open'] },
  post: { places: ['sibling', 'otherVillage', 'town'], states: ['open'] },
  // Nobody who asks holds a post there, which she then could not take.
  invitation: { places: ['sibling', 'otherVillage'], states: ['open'] },
  keptLink: { places: ['village'], states: ['open', 'gone'], of: owners },
};

/** Her leaving ends the link, and the ledger no longer shows her. */
const afterHer = (made: Aside): Aside =>
  made.kind === 'link' || made.kind === 'entry' ? { ...made, state: 'gone' } : made;

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
    const hers = this.world.person({ name: of ?? owner.name });
    const { id, claimCode, also = [] } = await makers[kind](this.world, at, state, hers);
    for (const made of also) this.aside(made, at);
    return { id, claimCode, at, state, of };
  }

  private async plantAll(kind: Kind): Promise<void> {
    for (const at of plan[kind].places)
      for (const state of plan[kind].states)
        this.things[kind].push(
          await (state === 'gone' ? this.gone(kind) : this.one(kind, at, state)),
        );
  }

  private one(kind: Kind, at: Place, state: string): Promise<Target> {
    return this.another(kind, {
      id: '',
      at,
      state,
      of: plan[kind].of?.(at),
    });
  }

  /** It was there until her account was deleted. */
  private async gone(kind: Kind): Promise<Target> {
    const her = await this.world.twin({ name: 'who left', session: 'live', posts: [] });
    const { id, also = [] } = await makers[kind](this.world, 'village', 'open', her);
    for (const made of also) this.aside(afterHer(made), 'village');
    await this.world.leave(her);
    return { id, at: 'village', state: 'gone', of: 'who left' };
  }

  private aside({ kind, ...made }: Aside, at: Place): void {
    this.things[kind].push({ ...made, at, isAside: true });
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
