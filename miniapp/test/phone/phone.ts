import type { FieldFact } from '@niangjia/shared';
import { FieldOfHers } from '@/features/visit/field-of-hers';
import type { FieldView, Saved } from '@/features/visit/field';
import type { Office } from '@/features/visit/office';
import { SealedShelf } from '@/features/visit/sealed-shelf';
import { Refused } from '@/platform/refused';
import { FakeDisk, Killed } from './fake-disk';
import { type Network, over } from './weak-network';

interface Given {
  officeOf: (accountId: () => string) => Office;
  now: () => number;
  randomBytes: (count: number) => Uint8Array;
}

/** The real code of the phone over a storage and a network that can fail at any time. */
export class Phone {
  readonly disk = new FakeDisk();
  network: Network = 'good';
  /** By how much its own clock is wrong. */
  offsetMs = 0;
  accountId: string | undefined;
  /** The service ended her session; `isOut` once the phone has heard it. */
  isExpired = false;
  private isOut = false;
  /** Every fact that ever waited here: also those that were sealed in the same breath. */
  readonly noted = new Map<string, FieldFact>();
  app: FieldOfHers;

  constructor(private readonly given: Given) {
    this.app = this.newApp();
  }

  view(): FieldView {
    return this.app.view();
  }

  waiting(): FieldFact[] {
    const { app } = this;
    return app['opened']?.store.outbox.all().map(({ fact }) => fact) ?? [];
  }

  sealed() {
    return new SealedShelf(this.disk).all();
  }

  async signIn(accountId: string): Promise<void> {
    this.accountId = accountId;
    this.isExpired = this.isOut = false;
    await this.whole(() => this.app.follow(accountId));
  }

  async signOut(): Promise<'left' | 'stays'> {
    try {
      if ((await this.app.leave()) !== 'left') return 'stays';
    } catch (fault) {
      if (fault instanceof Killed) await this.start();
      return 'stays';
    }
    this.accountId = undefined;
    return 'left';
  }

  /** `maybe` when the app was ended while it was kept. */
  async act<T extends object>(act: (app: FieldOfHers) => Saved<T>): Promise<Saved<T> | 'maybe'> {
    let saved: Saved<T> | 'maybe';
    try {
      saved = act(this.app);
      this.waiting().forEach((fact) => this.noted.set(fact.id, fact));
    } catch (fault) {
      if (!(fault instanceof Killed)) throw fault;
      saved = 'maybe';
    }
    await this.sync();
    return saved;
  }

  async sync(): Promise<void> {
    await this.whole(() => this.app.syncNow());
  }

  /** The app is opened again. */
  async start(): Promise<void> {
    this.disk.revive();
    if (this.network === 'killed') this.network = 'none';
    this.app = this.newApp();
    await this.app.follow(this.accountId);
  }

  private async whole(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof Killed)) throw fault;
    }
    if (this.disk.isDead) await this.start();
  }

  /** All but what is sealed needs a session. */
  private guarded(office: Office): Office {
    const asHer = async <T>(ask: () => Promise<T>): Promise<T> => {
      this.isOut ||= this.isExpired;
      if (this.isOut) throw new Refused({ code: 'session_ended', message: '' });
      return ask();
    };
    return {
      sync: (facts) => asHer(() => office.sync(facts)),
      submitSealed: (sealed) => office.submitSealed(sealed),
      sealingKey: () => asHer(() => office.sealingKey()),
      mayVisit: () => asHer(() => office.mayVisit()),
      grids: () => asHer(() => office.grids()),
      women: (after) => asHer(() => office.women(after)),
      visits: (after) => asHer(() => office.visits(after)),
    };
  }

  private newApp(): FieldOfHers {
    const { disk } = this;
    const direct = this.given.officeOf(() => this.accountId ?? '');
    return new FieldOfHers({
      disk,
      randomBytes: async (count) => this.given.randomBytes(count),
      ownClock: () => this.given.now() + this.offsetMs,
      office: over(this.guarded(direct), disk, () => this.network),
      isSignedIn: (accountId) => accountId === this.accountId && !this.isOut,
    });
  }
}
