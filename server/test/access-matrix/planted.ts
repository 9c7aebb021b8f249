import { newId } from '../../src/platform/ids';
import { type Caller, callers, owner } from './callers';
import { type Place, places } from './places';
import type { Row, Target } from './row';
import { type Aside, type Kind, makers } from './things';
import type { World } from './world';

const units: readonly Place[] = ['unit', 'otherUnit'];
const withoutUnits = places.filter((place) => !units.includes(place));

/** Where one of each is planted, in which states. No ticket lies at a unit: none is asked for there. */
const plan: Record<Kind, { places: readonly Place[]; states: readonly string[] }> = {
  federation: { places, states: ['open'] },
  activity: { places, states: ['published', 'draft', 'closed', 'cancelled'] },
  job: { places, states: ['published', 'draft', 'closed'] },
  shift: { places: ['village', 'otherUnit'], states: ['open'] },
  home: { places, states: ['open', 'confidential'] },
  code: { places, states: ['open', 'confidential', 'ended'] },
  ticket: { places: withoutUnits, states: ['open', 'withdrawn'] },
  registration: { places: ['village'], states: ['open', 'gone'] },
  booking: { places: ['village'], states: ['open', 'gone'] },
  kept: { places: ['village'], states: ['open', 'gone'] },
  notification: { places: ['village'], states: ['open', 'gone'] },
  session: { places: ['village'], states: ['open', 'gone'] },
};

const somebodys: readonly Kind[] = ['registration', 'booking', 'kept', 'notification', 'session'];

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
      ({ at, state, of, isAside }) =>
        !isAside &&
        on.states.includes(state) &&
        (on.places ?? places).includes(at) &&
        (of === undefined || of === owner.name || state === 'gone'),
    );
    return [...standing, { id: this.never, at: 'village', state: 'never' }];
  }

  /** One like it, for an act that can be done only once. */
  async another(kind: Kind, { at, state, of }: Target): Promise<Target> {
    const hers = this.world.person(owner);
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
      of: somebodys.includes(kind) ? owner.name : undefined,
    });
  }

  /** It was there until her account was deleted. */
  private async gone(kind: Kind): Promise<Target> {
    const her = await this.world.twin({ name: 'who left', session: 'live', posts: [] });
    const { id, also = [] } = await makers[kind](this.world, 'village', 'open', her);
    for (const made of also) this.aside(made, 'village');
    await this.world.leave(her);
    return { id, at: 'village', state: 'gone', of: 'who left' };
  }

  private aside({ kind, id, state }: Aside, at: Place): void {
    this.things[kind].push({ id, at, state, isAside: true });
  }

  private async noteCurrentSessions(): Promise<void> {
    for (const caller of callers.filter(({ session }) => session === 'live'))
      await this.noteCurrentSession(caller);
  }

  private async noteCurrentSession(caller: Caller): Promise<void> {
    const known = new Set(this.things.session.map(({ id }) => id));
    const ids = await this.world.sessionIds(this.world.person(caller).token);
    const current = ids.filter((id) => !known.has(id));
    const thing = { at: 'village', state: 'open', of: caller.name } as const;
    this.things.session.push(...current.map((id) => ({ ...thing, id })));
  }
}
