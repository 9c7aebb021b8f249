import { dayOf } from '@niangjia/shared';
import { StorageFull } from '@/platform/disk';
import { asFault, Unreachable } from '@/platform/refused';
import type { FieldActs, FieldState, FieldView, Saved, SyncState } from './field';
import { fieldActs } from './field-acts';
import type { FieldStore } from './field-store';
import { FieldSync, PostOver } from './field-sync';
import { ifRoom } from './if-room';
import type { Office } from './office';
import { type Ground, openField, wipeField, wipeOthers } from './open-field';
import { SealedShelf } from './sealed-shelf';
import { sendSealed } from './send-sealed';

interface Given extends Ground {
  office: Office;
  /** Whether what is asked of the service now is asked as her. */
  isSignedIn: (accountId: string) => boolean;
}

interface Opened {
  store: FieldStore;
  sync: FieldSync;
  acts: Omit<FieldActs, 'syncNow'>;
}

type WhyNotOpen = 'newer' | 'full' | 'locked' | 'failed';

const notOpen: Saved<never> = { kept: false, why: '还没打开好。等一下再存，您填的都还在。' };
const resting: SyncState = { state: 'resting' };

/** The field work of whoever is signed in: opened, kept, sent, and left when she signs out. */
export class FieldOfHers implements FieldActs {
  private accountId: string | undefined;
  private opened: Opened | undefined;
  private state: FieldState = 'closed';
  private syncState: SyncState = resting;
  private shown: FieldView | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly given: Given) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** The same value until something changed. */
  readonly view = (): FieldView =>
    (this.shown ??= {
      ...((this.state === 'open' && this.opened?.store.view()) || this.nothing()),
      state: this.state,
      sync: this.syncState,
    });

  /** Undefined when nobody is signed in: then nothing of anybody is shown. */
  async follow(accountId: string | undefined): Promise<void> {
    if (accountId === this.accountId) return;
    this.accountId = accountId;
    this.set(accountId === undefined ? 'closed' : 'opening');
    if (accountId === undefined) return;

    const store = await this.open(accountId);
    if (accountId !== this.accountId) return;
    if (typeof store === 'string') this.set(store);
    else {
      ifRoom(() => store.shelf.tryAgain());
      this.set('open', this.openedOn(store, accountId));
    }
    // Asked again when she comes back: there may be room, or the key, by then.
    if (store !== 'newer' && typeof store === 'string') this.accountId = undefined;
    await this.syncNow();
  }

  /** She came back to the app: another day, or another open page, may have come between. */
  look(): void {
    this.hers()?.store.reload();
    this.changed();
    if (this.state === 'over') void this.backInPost();
  }

  async syncNow(): Promise<void> {
    const opened = this.hers();
    const { accountId } = this;
    if (!opened || accountId === undefined || !this.given.isSignedIn(accountId)) return;
    this.say({ state: 'running' });
    const fault: unknown = await opened.sync.run().then(nothing, (why: unknown) => why);
    if (opened !== this.opened) return;
    if (fault instanceof PostOver) await this.endPost(opened).catch((why) => this.say(failed(why)));
    // What could not be wiped for want of room is hers again once she is back in a post.
    else if (fault === undefined && this.state === 'over') this.set('open', opened);
    else this.say(fault === undefined ? resting : failed(fault));
  }

  /** What is unsent is sealed and sent without her; of all else nothing stays that could be read. */
  private async endPost({ store }: Opened): Promise<void> {
    const isWiped = wiped(store);
    this.set('over', isWiped ? undefined : this.opened);
    if (!isWiped) return;
    await sendSealed(new SealedShelf(this.given.disk), this.given.office).catch(nothing);
    this.changed();
  }

  private async backInPost(): Promise<void> {
    const { accountId } = this;
    const mayVisit = await this.given.office.mayVisit().catch(() => false);
    if (!mayVisit || this.state !== 'over' || accountId !== this.accountId) return;
    this.accountId = undefined;
    await this.follow(accountId);
  }

  howMuchUnsent(): number {
    return this.opened?.store.outbox.all().length ?? 0;
  }

  /** Throws `StorageFull` when there is no room to seal in; then she is still as she was. */
  async leave(): Promise<'left' | 'needs_network' | 'newer'> {
    if (this.state === 'newer') return 'newer';
    const opened = this.hers();
    if (!opened) return 'left';
    opened.store.reload();
    if (opened.store.outbox.all().length > 0) await opened.sync.fetchSealingKey().catch(nothing);
    if (!this.hers()) return 'left';
    if (wipeField(opened.store) === 'no_key') return 'needs_network';
    this.close();
    return 'left';
  }

  addVisit: FieldActs['addVisit'] = (visit) => this.hers()?.acts.addVisit(visit) ?? notOpen;
  addLink: FieldActs['addLink'] = (link) => this.hers()?.acts.addLink(link) ?? notOpen;
  leaveLink: FieldActs['leaveLink'] = (linkId) => this.hers()?.acts.leaveLink(linkId) ?? notOpen;
  askTicket: FieldActs['askTicket'] = (ticket) => this.hers()?.acts.askTicket(ticket) ?? notOpen;
  putRight: FieldActs['putRight'] = (id, change) =>
    this.hers()?.acts.putRight(id, change) ?? notOpen;
  takeBack: FieldActs['takeBack'] = (id) => this.hers()?.acts.takeBack(id) ?? notOpen;
  dismissEnded: FieldActs['dismissEnded'] = (id) => this.hers()?.acts.dismissEnded(id) ?? notOpen;
  hasCopied: FieldActs['hasCopied'] = (code) => this.hers()?.acts.hasCopied(code) ?? notOpen;
  sayToday: FieldActs['sayToday'] = (day) => this.hers()?.acts.sayToday(day) ?? notOpen;
  newId = (): string | undefined => this.opened?.acts.newId();
  draft = <T>(name: string): T | undefined => this.opened?.acts.draft<T>(name);
  saveDraft: FieldActs['saveDraft'] = (name, value) =>
    this.hers()?.acts.saveDraft(name, value) ?? notOpen;
  dropDraft = (name: string): void => this.opened?.acts.dropDraft(name);

  private async open(accountId: string): Promise<FieldStore | WhyNotOpen> {
    try {
      await wipeOthers(accountId, this.given);
      return await openField(accountId, this.given);
    } catch (fault) {
      // The storage or the random source of the phone: next time it may do what it did not do now.
      return fault instanceof StorageFull ? 'full' : 'failed';
    }
  }

  /** Closed when another open page has signed out meanwhile. */
  private hers(): Opened | undefined {
    if (this.opened && !this.opened.store.phone.isKeyInUse()) this.close();
    return this.opened;
  }

  private close(): void {
    this.accountId = undefined;
    this.set('closed');
  }

  private openedOn(store: FieldStore, accountId: string): Opened {
    const { office, isSignedIn } = this.given;
    const changed = () => this.changed();
    const mayGoOn = () =>
      this.accountId === accountId && isSignedIn(accountId) && store.phone.isKeyInUse();
    const acts = fieldActs(store, () => {
      changed();
      void this.syncNow();
    });
    return { store, acts, sync: new FieldSync(store, office, { changed, mayGoOn }) };
  }

  private set(state: FieldState, opened?: Opened): void {
    this.state = state;
    this.opened = opened;
    this.syncState = resting;
    this.changed();
  }

  private say(sync: SyncState): void {
    this.syncState = sync;
    this.changed();
  }

  private changed(): void {
    this.shown = undefined;
    this.watchers.forEach((watcher) => watcher());
  }

  private nothing(): Omit<FieldView, 'state' | 'sync'> {
    const sealed = this.state === 'over' ? new SealedShelf(this.given.disk).all() : [];
    const count = sealed.length + (this.opened?.store.outbox.all().length ?? 0);
    const sealedRefused = sealed.filter(({ refused }) => refused !== undefined).length;
    const none = { since: null, refused: [], notTaken: 0 };
    const waiting = { ...none, count, sealed: sealed.length, sealedRefused };
    const lists = { grids: [], women: [], tasks: [], visits: [], ended: [], toCopy: [] };
    const today = { today: dayOf(this.given.ownClock()), dayDoubt: null };
    return { ...lists, ...today, waiting, syncedAt: null, damaged: 0, isAlmostFull: false };
  }
}

const nothing = () => undefined;

/** False when there is nothing to seal with, or no room to seal in. */
function wiped(store: FieldStore): boolean {
  try {
    return wipeField(store) === 'wiped';
  } catch (fault) {
    if (fault instanceof StorageFull) return false;
    throw fault;
  }
}

function failed(error: unknown): SyncState {
  const { message } = asFault(error);
  return { state: 'failed', isOffline: error instanceof Unreachable, message };
}
