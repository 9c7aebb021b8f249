import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Sessions } from '../../../src/account';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { anActivity } from '../../activities';
import type { TestApp } from '../../app';
import { aTicket, staff } from '../../case-tickets';
import { aFederation, aPerson, type GivenPost } from '../../given';
import { aHome } from '../../homes';
import { mediationDesk } from '../../mediators';
import { slips } from '../../referrals';
import { aJob } from '../../jobs';
import { aTree, type Tree } from '../../trees';
import { aGrid, aLink, aVisit, phoneOf } from '../../visits';
import type { WeChatSimulator } from '../../wechat';
import { knownCodes, whatFits } from './known';

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
  'hand-overs': 'case_ticket',
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
    const { town, village, otherTown, codes } = tree;
    for (const [at, place] of [town, village, otherTown].entries())
      await aHome(t, place, `WALK000${at}`, { confidential: place === otherTown });
    world.known = { ...whatFits(), ...knownCodes(Object.values(codes)) };
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
    if (before !== undefined && (await this.isAwake(before.token))) return;
    if (before !== undefined) before.token = await this.signIn(before.accountId, posts);
    if (before !== undefined && (await this.isAwake(before.token))) return;
    this.people.set(name, await aPerson(this.t, posts, `示例·${name}`));
  }

  private async isAwake(token: string): Promise<boolean> {
    return (await this.t.http.get('/me', { token })).status === 200;
  }

  private async signIn(accountId: string, posts: GivenPost[]): Promise<string> {
    const { app } = this.t;
    const sessions = app.get(Sessions);
    const start = app.get(UnitOfWork).run((tx) => sessions.start(tx, accountId, posts));
    return (await start).token;
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
    const { village, town, codes } = this.tree;
    await anActivity(this.t, village, { seats: 3 });
    await aFederation(this.t, { parent: town, level: 'unit', kind: 'committee' });
    const staff = this.people.get('staff of the town');
    await aJob(this.t, staff?.token ?? '', { federationId: town.id });
    for (const woman of ['a', 'b', 'c'])
      remember(this.known, 'wechatCode', await this.wechat.code(`openid-${woman}`));
    const ticket = await aTicket(this.t, { divisionCode: codes.village });
    this.learn('', ticket);
    await slips(this.t, staff?.token ?? '').send(ticket.id);
    await mediationDesk(this.t, staff?.token ?? '').add({ federationId: town.id });
    await this.visit();
    await this.workAtDesk();
  }

  /** One ticket is offered to the other town, one concerns a minor, and a filter is kept. */
  private async workAtDesk(): Promise<void> {
    const { otherTown, codes } = this.tree;
    const token = this.people.get('staff of the town')?.token ?? '';
    const desk = staff(this.t, token);
    const { id } = await aTicket(this.t, { divisionCode: codes.town });
    const offer = { version: 1, federationId: otherTown.id, reason: '她住在你们镇上' };
    await desk.act(id, 'hand-over', offer);
    const child = await aTicket(this.t, { divisionCode: codes.town, kind: 'children' });
    await desk.act(child.id, 'unlock', { reason: '我是本案经办人' });
    await this.t.http.post('/desk/case-ticket-filters', { name: '急件', filter: {} }, { token });
    this.known.accountId = [...this.people.values()].map(({ accountId }) => accountId);
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
