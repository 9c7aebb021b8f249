import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Saved } from '@/features/visit/field';
import type { FieldOfHers } from '@/features/visit/field-of-hers';
import type { Office } from '@/features/visit/office';
import { Phone } from './phone';
import { type Network, networks } from './weak-network';

const acts = [
  'visit',
  'visit with a need',
  'ticket',
  'link',
  'leave',
  'sync',
  'kill',
  'fill',
  'free',
  'clock',
  'woman ends',
  'refuse',
  'put right',
  'take back',
  'draft',
  'sign out',
  'sign in',
] as const;

const often = ['visit', 'visit with a need', 'ticket', 'link', 'visit', 'ticket'] as const;

export interface Step {
  phone: 0 | 1;
  act: (typeof acts)[number];
  network: Network;
  /** Which woman, visit or account; how many writes until the end; how full. */
  pick: number;
}

export const steps = fc.array(
  fc.record<Step>({
    phone: fc.constantFrom(0 as const, 1 as const),
    act: fc.constantFrom<Step['act'][]>(...acts, ...often, ...often),
    network: fc.oneof(fc.constant('good' as const), fc.constantFrom(...networks)),
    pick: fc.nat(40),
  }),
  { minLength: 12, maxLength: 40, size: 'max' },
);

/** The service as a history needs it: what phones ask, and what others do meanwhile. */
export interface World {
  accounts: readonly [string, string];
  gridOf: (accountId: string) => string;
  officeOf: (accountId: () => string) => Office;
  now: () => number;
  womanEnds: (linkId: string, linkCode: string | undefined) => Promise<void>;
  refuseNext: (on: boolean) => void;
  today: () => string;
}

/** What somebody wrote and was told is kept: the words by which it is found again, and under which link. */
interface Promise_ {
  accountId: string;
  linkId: string;
  isTakenBack: boolean;
}

/** Two phones and two accounts live through these steps; what was promised on the way is written down. */
export class History {
  readonly phones: readonly [Phone, Phone];
  readonly promised = new Map<string, Promise_>();
  /** By the id of a fact that was sealed: the words in it. */
  readonly sealedWords = new Map<string, string>();
  /** Names of those whose link may have been ended on the way. */
  readonly over = new Set<string>();
  private readonly cards = new Map<string, { name: string; linkCode: string }>();
  private marks = 0;
  private draws = 0;

  constructor(
    private readonly world: World,
    private readonly seed: number,
  ) {
    const given = {
      officeOf: world.officeOf,
      now: world.now,
      randomBytes: (count: number) => this.random(count),
    };
    this.phones = [new Phone(given), new Phone(given)];
  }

  async live(all: readonly Step[]): Promise<void> {
    for (const phone of this.phones) {
      await phone.signIn(this.world.accounts[0]);
      await this.link(phone);
    }
    for (const step of all) await this.step(this.phones[step.phone], step);
  }

  /** Everything works again, and what was refused is put right, or taken back when it leans on nothing. */
  async calm(phone: Phone, accountId: string): Promise<void> {
    this.world.refuseNext(false);
    Object.assign(phone, { network: 'good', offsetMs: 0 });
    phone.disk.limit = 10_000_000;
    if (phone.disk.isDead) await phone.start();
    await this.signIn(phone, accountId);
    for (let turn = 0; turn < 4; turn += 1) {
      await phone.sync();
      for (const { fact, code } of phone.view().waiting.refused)
        if (code.endsWith('not_found') || code === 'need_ticketed')
          await this.takeBack(phone, fact.id);
        else await this.putRight(phone, fact.id);
      await phone.sync();
    }
  }

  private async step(phone: Phone, { act, network, pick }: Step): Promise<void> {
    phone.network = network;
    const { women, visits, waiting } = phone.view();
    const woman = women[pick % Math.max(women.length, 1)];
    const needy = visits.filter(({ needs, ticketed }) => needs.length > ticketed.length);
    const visit = needy[pick % Math.max(needy.length, 1)];
    const refused = waiting.refused[pick % Math.max(waiting.refused.length, 1)];

    if (act === 'visit' && woman) await this.visit(phone, woman.id, pick, false);
    if (act === 'visit with a need' && woman) await this.visit(phone, woman.id, pick, true);
    if (act === 'ticket' && visit) await this.ticket(phone, visit, pick);
    if (act === 'link') await this.link(phone);
    if (act === 'leave' && woman && pick < 10) await this.leave(phone, woman.id);
    if (act === 'sync') await phone.sync();
    if (act === 'kill') phone.disk.left = pick + 1;
    if (act === 'fill') phone.disk.limit = phone.disk.size() + pick * 100;
    if (act === 'free') phone.disk.limit = 10_000_000;
    if (act === 'clock') phone.offsetMs = (pick - 20) * 86_400_000 * 300;
    if (act === 'woman ends' && woman && pick < 20) await this.womanEnds(woman.id);
    if (act === 'refuse') this.world.refuseNext(true);
    if (act === 'put right' && refused) await this.putRight(phone, refused.fact.id);
    if (act === 'take back' && refused) await this.takeBack(phone, refused.fact.id);
    if (act === 'draft')
      await phone.act((app) => app.saveDraft('visit', { note: this.mark('draft') }));
    if (act === 'sign out') await this.signOut(phone);
    if (act === 'sign in') await this.signIn(phone, this.world.accounts[pick % 2 === 0 ? 0 : 1]);
    if (phone.disk.isDead) await phone.start();
    if (phone.accountId === undefined && act !== 'sign out')
      await phone.signIn(this.world.accounts[0]);
  }

  private async link(phone: Phone): Promise<void> {
    const accountId = phone.accountId ?? '';
    const name = this.mark('name');
    const written = { gridId: this.world.gridOf(accountId), linkedOn: this.world.today() };
    const link = { ...written, name, consent: 'spoken' as const };
    await this.promise(phone, name, '', (app) => {
      const saved = app.addLink(link);
      if (saved.kept) this.cards.set(saved.id, { name, linkCode: saved.linkCode });
      return saved;
    });
  }

  /** Whether the link under which this was written may be over by now. */
  isOver(words: string): boolean {
    const linkId = this.promised.get(words)?.linkId ?? '';
    return this.over.has(words) || this.over.has(this.cards.get(linkId)?.name ?? '');
  }

  private async womanEnds(linkId: string): Promise<void> {
    const card = this.cards.get(linkId);
    if (card) this.over.add(card.name);
    await this.world.womanEnds(linkId, card?.linkCode);
  }

  private async leave(phone: Phone, linkId: string): Promise<void> {
    const card = this.cards.get(linkId);
    if (card) this.over.add(card.name);
    await phone.act((app) => app.leaveLink(linkId));
  }

  private async visit(phone: Phone, linkId: string, pick: number, isNeedy: boolean): Promise<void> {
    const note = this.mark('note');
    const needs = isNeedy ? [{ kind: 'children' as const, text: this.mark('need') }] : [];
    const followUpDay = pick % 3 === 0 ? '2026-12-24' : undefined;
    const visit = { linkId, kind: 'home' as const, visitDay: this.world.today(), needs, note };
    await this.promise(phone, note, linkId, (app) =>
      app.addVisit({ ...visit, risk: 'normal', ...(followUpDay && { followUpDay }) }),
    );
  }

  private async ticket(
    phone: Phone,
    { id: visitId, linkId, needs, ticketed }: ReturnType<Phone['view']>['visits'][number],
    pick: number,
  ): Promise<void> {
    const open = needs.filter(({ id }) => !ticketed.includes(id));
    const needId = open[pick % open.length]!.id;
    const saved = await phone.act((app) => app.askTicket({ visitId, needId }));
    const accountId = phone.accountId ?? '';
    if (saved === 'maybe' || !saved.kept) return;
    this.promised.set(saved.claimCode, { accountId, linkId, isTakenBack: false });
  }

  private async promise<T extends object>(
    phone: Phone,
    words: string,
    linkId: string,
    act: (app: FieldOfHers) => Saved<T>,
  ): Promise<void> {
    const accountId = phone.accountId ?? '';
    const saved = await phone.act(act);
    if (saved === 'maybe' || !saved.kept) return;
    this.promised.set(words, { accountId, linkId, isTakenBack: false });
  }

  private async putRight(phone: Phone, id: string): Promise<void> {
    const words = this.wordsOf(phone, id);
    const saved = await phone.act((app) => app.putRight(id, {}));
    const before = words !== undefined && this.promised.get(words);
    if (saved === 'maybe' || !saved.kept || !before || saved.newCode === null || !/^\d/.test(words))
      return;
    this.promised.delete(words);
    this.promised.set(saved.newCode, before);
  }

  private async takeBack(phone: Phone, id: string): Promise<void> {
    const words = this.wordsOf(phone, id);
    const promise = words !== undefined && this.promised.get(words);
    const saved = await phone.act((app) => app.takeBack(id));
    if (promise && (saved === 'maybe' || saved.kept)) promise.isTakenBack = true;
  }

  private async signIn(phone: Phone, accountId: string): Promise<void> {
    if (accountId !== phone.accountId) this.noteWords(phone);
    await phone.signIn(accountId);
  }

  private async signOut(phone: Phone): Promise<void> {
    this.noteWords(phone);
    await phone.signOut();
  }

  private noteWords(phone: Phone): void {
    for (const { id } of phone.waiting()) {
      const words = this.wordsOf(phone, id);
      if (words !== undefined) this.sealedWords.set(id, words);
    }
  }

  wordsOf(phone: Phone, id: string): string | undefined {
    const fact = phone.waiting().find((one) => one.id === id);
    if (fact?.type === 'visit_made') return fact.note;
    if (fact?.type === 'link_made') return fact.name;
    return fact?.type === 'ticket_asked' ? fact.claimCode : undefined;
  }

  private mark(kind: string): string {
    this.marks += 1;
    return `示例${kind}-${this.seed}-${this.marks}·`;
  }

  private random(count: number): Uint8Array {
    this.draws += 1;
    const hash = createHash('sha512').update(`${this.seed} ${this.draws}`).digest();
    return new Uint8Array(hash.subarray(0, count));
  }
}
