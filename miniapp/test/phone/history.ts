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
  'session ends',
  'copied',
  'post ends',
  'post begins',
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
  /** Gives or ends the post of an 执委; undefined where no history may. */
  setPost?: (accountId: string, holds: boolean) => void;
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
  /** How many digits were copied down, and how often a post ended. */
  copied = 0;
  posts = 0;
  /** Whose post is over: whatever her phone does next wipes it. */
  private readonly postless = new Set<string>();
  /** By phone: digits that wait to be copied down, the link they belong to, and under which key they are kept. */
  private readonly digits = new Map<Phone, { key?: string; codes: Map<string, string> }>();
  /** Links that may have been ended on the way: also of women whom this history only found on the phone. */
  private readonly over = new Set<string>();
  private readonly linkCodes = new Map<string, string>();
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
    for (const step of all) {
      await this.step(this.phones[step.phone], step);
      this.expectDigits();
      this.expectWiped();
    }
  }

  /** None is lost that nobody copied down, as long as her work is open on this phone. */
  expectDigits(): void {
    for (const phone of this.phones) {
      if (phone.view().state !== 'open' || this.postless.has(phone.accountId ?? '')) continue;
      const codes = this.digitsOf(phone);
      const there = new Set(phone.view().toCopy.map(({ code }) => code));
      for (const [code, linkId] of codes)
        if (!there.has(code) && !this.isOver(code) && !this.over.has(linkId))
          throw new Error(`lost digits: ${code}`);
    }
  }

  /** Once the service said that her post is over, nothing on the phone opens what it keeps of her work. */
  private expectWiped(): void {
    for (const phone of this.phones) {
      const { state, waiting } = phone.view();
      if (state === 'over' && waiting.count === waiting.sealed && this.keyOn(phone))
        throw new Error('readable after the post');
    }
  }

  private digitsOf(phone: Phone): Map<string, string> {
    const key = this.keyOn(phone);
    const known = this.digits.get(phone);
    if (known && known.key === key) return known.codes;
    const codes = new Map<string, string>();
    this.digits.set(phone, { key, codes });
    return codes;
  }

  private keyOn = (phone: Phone): string | undefined =>
    phone.disk.kept.get(`field-key/${phone.accountId ?? ''}`);

  /** Everything works again, and what was refused is put right, or taken back when it leans on nothing. */
  async calm(phone: Phone, accountId: string): Promise<void> {
    this.world.refuseNext(false);
    this.postless.forEach((one) => this.post(one, true));
    Object.assign(phone, { network: 'good', offsetMs: 0 });
    phone.disk.limit = 10_000_000;
    if (phone.disk.isDead) await phone.start();
    await this.signIn(phone, accountId);
    if (phone.view().state === 'over') await phone.start();
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
    if (act === 'copied') await this.copy(phone, pick);
    if (act === 'post ends' || act === 'post begins')
      this.post(phone.accountId ?? '', act === 'post begins');
    if (act === 'sign out') await this.signOut(phone);
    if (act === 'session ends') phone.isExpired = true;
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
    await this.promise(phone, name, (app) => {
      const saved = app.addLink(link);
      if (saved.kept) {
        this.linkCodes.set(saved.id, saved.linkCode);
        this.digitsOf(phone).set(saved.linkCode, saved.id);
      }
      return saved.kept ? { ...saved, linkId: saved.id } : saved;
    });
  }

  private async copy(phone: Phone, pick: number): Promise<void> {
    const { toCopy } = phone.view();
    const code = toCopy[pick % Math.max(toCopy.length, 1)]?.code;
    if (code === undefined) return;
    const saved = await phone.act((app) => app.hasCopied(code));
    if (saved !== 'maybe' && !saved.kept) return;
    this.copied += 1;
    this.digitsOf(phone).delete(code);
  }

  private post(accountId: string, holds: boolean): void {
    if (!this.world.setPost) return;
    if (!holds) this.posts += 1;
    if (holds) this.postless.delete(accountId);
    else this.postless.add(accountId);
    this.phones.filter((phone) => phone.accountId === accountId).forEach(this.forgetDigits);
    this.world.setPost(accountId, holds);
  }

  /** Whether the link under which this was written may be over by now. */
  isOver(words: string): boolean {
    return this.over.has(this.promised.get(words)?.linkId ?? '');
  }

  private async womanEnds(linkId: string): Promise<void> {
    this.over.add(linkId);
    await this.world.womanEnds(linkId, this.linkCodes.get(linkId));
  }

  private async leave(phone: Phone, linkId: string): Promise<void> {
    this.over.add(linkId);
    await phone.act((app) => app.leaveLink(linkId));
  }

  private async visit(phone: Phone, linkId: string, pick: number, isNeedy: boolean): Promise<void> {
    const note = this.mark('note');
    const needs = isNeedy ? [{ kind: 'children' as const, text: this.mark('need') }] : [];
    const followUpDay = pick % 3 === 0 ? '2026-12-24' : undefined;
    const visit = { linkId, kind: 'home' as const, visitDay: this.world.today(), needs, note };
    await this.promise(phone, note, (app) => ({
      ...app.addVisit({ ...visit, risk: 'normal', ...(followUpDay && { followUpDay }) }),
      linkId,
    }));
  }

  private async ticket(
    phone: Phone,
    { id: visitId, linkId, needs, ticketed }: ReturnType<Phone['view']>['visits'][number],
    pick: number,
  ): Promise<void> {
    const open = needs.filter(({ id }) => !ticketed.includes(id));
    const needId = open[pick % open.length]!.id;
    const saved = await phone.act((app) => {
      const asked = app.askTicket({ visitId, needId });
      if (asked.kept) this.digitsOf(phone).set(asked.claimCode, linkId);
      return asked;
    });
    const accountId = phone.accountId ?? '';
    if (saved === 'maybe' || !saved.kept) return;
    this.promised.set(saved.claimCode, { accountId, linkId, isTakenBack: false });
  }

  private async promise(
    phone: Phone,
    words: string,
    act: (app: FieldOfHers) => Saved<{ linkId: string }>,
  ): Promise<void> {
    const accountId = phone.accountId ?? '';
    const saved = await phone.act(act);
    if (saved === 'maybe' || !saved.kept) return;
    this.promised.set(words, { accountId, linkId: saved.linkId, isTakenBack: false });
  }

  private async putRight(phone: Phone, id: string): Promise<void> {
    const words = this.wordsOf(id);
    const saved = await phone.act((app) => {
      const right = app.putRight(id, {});
      if (right.kept && right.newCode !== null) this.replace(phone, id, right.newCode);
      return right;
    });
    const before = words !== undefined && this.promised.get(words);
    if (saved === 'maybe' || !saved.kept || !before || saved.newCode === null || !/^\d/.test(words))
      return;
    this.promised.delete(words);
    this.promised.set(saved.newCode, before);
  }

  private replace(phone: Phone, id: string, newCode: string): void {
    const fact = phone.noted.get(id);
    const codes = this.digitsOf(phone);
    if (fact?.type === 'link_made') codes.delete(fact.linkCode);
    if (fact?.type === 'ticket_asked') codes.delete(fact.claimCode);
    codes.set(newCode, '');
  }

  private async takeBack(phone: Phone, id: string): Promise<void> {
    const words = this.wordsOf(id);
    const promise = words !== undefined && this.promised.get(words);
    const fact = phone.noted.get(id);
    const saved = await phone.act((app) => {
      const taken = app.takeBack(id);
      if (taken.kept && fact?.type === 'link_made') this.digitsOf(phone).delete(fact.linkCode);
      if (taken.kept && fact?.type === 'ticket_asked') this.digitsOf(phone).delete(fact.claimCode);
      return taken;
    });
    if (promise && (saved === 'maybe' || saved.kept)) promise.isTakenBack = true;
  }

  private async signIn(phone: Phone, accountId: string): Promise<void> {
    if (accountId !== phone.accountId) this.forgetDigits(phone);
    await phone.signIn(accountId);
  }

  /** They go with all else, also when the app is ended on the way. */
  private async signOut(phone: Phone): Promise<void> {
    this.forgetDigits(phone);
    await phone.signOut();
  }

  private forgetDigits = (phone: Phone): void => void this.digits.delete(phone);

  /** By which the fact is found again. */
  wordsOf(id: string): string | undefined {
    const fact = this.phones[0].noted.get(id) ?? this.phones[1].noted.get(id);
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
