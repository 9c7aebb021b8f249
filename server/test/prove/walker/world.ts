import { randomBytes } from 'node:crypto';
import type { Account } from '@niangjia/shared';
import type { DataSource } from 'typeorm';
import { SecondFactorRow, Sessions } from '../../../src/account';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { anActivity } from '../../activities';
import type { TestApp } from '../../app';
import { begin, digitsOf } from '../../authenticator';
import { aFederation, aPerson, type GivenPost } from '../../given';
import { aHome } from '../../homes';
import { aJob } from '../../jobs';
import { aTree, type Tree } from '../../trees';
import { aGrid, aLink, aVisit, phoneOf } from '../../visits';
import type { WeChatSimulator } from '../../wechat';
import { deskNews } from './desk-news';
import { knownCodes, now, whatFits } from './known';

export interface Caller {
  name: string;
  /** Undefined for nobody. */
  token?: string;
}

/** Tables whose ids stand in paths, by the word before the id. */
const tablesOf: Record<string, string> = {
  federations: 'federation',
  sessions: 'session',
  notifications: 'notification',
  'womens-homes': 'womens_home',
  'case-tickets': 'case_ticket',
  'kept-tickets': 'kept_ticket',
  'case-ticket-filters': 'saved_filter',
  jobs: 'job',
  shifts: 'shift',
  bookings: 'booking',
  activities: 'activity',
  registrations: 'registration',
  grids: 'grid',
  ledger: 'ledger_entry',
  links: 'visit_link',
  visits: 'visit',
  needs: 'visit_need',
  accounts: 'account',
  referrals: 'referral',
  mediators: 'mediator',
  enterprises: 'enterprise',
  posts: 'post',
  invitations: 'post_invitation',
};
const mostIds = 24;

const postsOf = ({ county, town, village, otherTown }: Tree): Record<string, GivenPost[]> => ({
  woman: [],
  'another woman': [],
  'committee member': [{ in: village, kind: 'committee_member' }],
  'staff of the town': [{ in: town, kind: 'staff' }],
  'staff of another town': [{ in: otherTown, kind: 'staff' }],
  'chair of the village': [{ in: village, kind: 'chair' }],
  'staff of the county': [{ in: county, kind: 'staff' }],
  'chair of the county': [{ in: county, kind: 'chair' }],
  'contact of an employer': [{ in: town, kind: 'employer_contact' }],
});

/** Everybody and everything the walker asks as and about. All of it is real rows. */
export class World {
  callers: Caller[] = [];
  /** By the word before an id in a path, or by the whole path where only some will do. */
  ids: Record<string, string[]> = {};
  /** Fields whose real values no schema tells. */
  known: Record<string, unknown[]> = {};
  /** Where the lists at an address go on. */
  cursors: Record<string, string[]> = {};
  private readonly people = new Map<string, { accountId: string; token: string }>();

  private constructor(
    private readonly t: TestApp,
    private readonly wechat: WeChatSimulator,
    private readonly tree: Tree,
  ) {}

  static async make(t: TestApp, wechat: WeChatSimulator): Promise<World> {
    const tree = await aTree(t);
    const world = new World(t, wechat, tree);
    const { county, town, village, otherTown, codes } = tree;
    for (const [at, place] of [town, village, otherTown].entries())
      await aHome(t, place, `WALK000${at}`, { confidential: place === otherTown });
    world.known = { ...whatFits(), ...knownCodes(Object.values(codes)) };
    world.known.federationId = [otherTown, town, county].map(({ id }) => id);
    await world.turn();
    return world;
  }

  /** Wakes whoever signed out or left, and brings something new of each sort. */
  async turn(): Promise<void> {
    const posts = postsOf(this.tree);
    for (const [name, held] of Object.entries(posts)) await this.wake(name, held);
    this.callers = [
      { name: 'nobody' },
      ...[...this.people].map(([name, { token }]) => ({ name, token })),
      { name: 'a session that never was', token: randomBytes(32).toString('base64url') },
    ];
    await this.handOutKeys();
    await this.bringNews();
    for (const [word, table] of Object.entries(tablesOf))
      this.ids[word] = await newestIds(this.t.dataSource, table);
  }

  /** Keeps what a reply teaches: claim codes, and the cursors of a list. */
  learn(path: string, reply: object): void {
    const { next, claimCode, code } = reply as Record<string, unknown>;
    if (typeof next === 'string') remember(this.cursors, path, next);
    if (typeof code === 'string' && /^\d{20}$/.test(code)) remember(this.known, 'code', code);
    if (typeof claimCode === 'string') remember(this.known, 'claimCode', claimCode);
  }

  private async wake(name: string, posts: GivenPost[]): Promise<void> {
    const before = this.people.get(name);
    if (before !== undefined && (await this.isAwake(before.token, posts))) return;
    if (before !== undefined) before.token = await this.signIn(before.accountId, posts);
    if (before !== undefined && (await this.isAwake(before.token, posts))) return;
    this.people.set(name, await aPerson(this.t, posts, `示例·${name}`));
  }

  /** Signed in, and nobody ended a post of hers; another one that she was given since is no reason. */
  private async isAwake(token: string, posts: GivenPost[]): Promise<boolean> {
    const { status, body } = await this.t.http.get<Account>('/me', { token });
    if (status !== 200) return false;
    return posts.every((post) =>
      body.posts.some(
        ({ kind, federationId }) => kind === post.kind && federationId === post.in.id,
      ),
    );
  }

  private async signIn(accountId: string, posts: GivenPost[]): Promise<string> {
    const { app } = this.t;
    const sessions = app.get(Sessions);
    const start = app.get(UnitOfWork).run((tx) => sessions.start(tx, accountId, posts, now));
    return (await start).token;
  }

  /** A key each, whose digits are known; the clock stands still, so that whoever has to wait is let off. */
  private async handOutKeys(): Promise<void> {
    await this.t.dataSource.createQueryBuilder().delete().from(SecondFactorRow).execute();
    this.known.digits = [];
    for (const { token } of this.people.values()) {
      const { key } = (await begin(this.t, token)).body;
      remember(this.known, 'digits', digitsOf(key, now));
    }
  }

  /** The 执委 puts somebody on her list and visits her. */
  private async visit(): Promise<void> {
    const member = this.people.get('committee member');
    if (member === undefined) return;
    const link = aLink(await aGrid(this.t, this.tree.village, [member]));
    await phoneOf(this.t, member).sync(link, aVisit(link));
    remember(this.known, 'linkCode', link.linkCode);
  }

  private async bringNews(): Promise<void> {
    const { village, town } = this.tree;
    await anActivity(this.t, village, { seats: 3 });
    await aFederation(this.t, { parent: town, level: 'unit', kind: 'committee' });
    const staff = this.people.get('staff of the town');
    await aJob(this.t, staff?.token ?? '', { federationId: town.id });
    for (const woman of ['a', 'b', 'c'])
      remember(this.known, 'wechatCode', await this.wechat.code(`openid-${woman}`));
    await this.visit();
    await this.workAtDesk();
  }

  private async workAtDesk(): Promise<void> {
    const who = (name: string) => this.people.get(name) ?? { accountId: '', token: '' };
    const [clerk, head] = [who('staff of the town'), who('chair of the county')];
    const barred = who('staff of the county');
    const news = await deskNews(this.t, this.tree, { clerk, head, barred });
    news.claimCodes.forEach((code) => remember(this.known, 'claimCode', code));
    for (const [path, id] of Object.entries(news.idsAt)) remember(this.ids, path, id);
    this.known['requestId'] = news.requestIds;
    const filter = { name: '急件', filter: {} };
    await this.t.http.post('/desk/case-ticket-filters', filter, { token: clerk.token });
    const all = [...this.people.values()].map(({ accountId }) => accountId);
    // Whoever lifts a bar names her among nine.
    this.known.accountId = [...all, ...Array<string>(4).fill(barred.accountId)];
  }
}

function remember<T>(all: Record<string, T[]>, name: string, value: T): void {
  all[name] = [value, ...(all[name] ?? [])].slice(0, mostIds);
}

async function newestIds(dataSource: DataSource, table: string): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM ${table} ORDER BY id DESC LIMIT ${mostIds}`,
  );
  return rows.map(({ id }) => id);
}
