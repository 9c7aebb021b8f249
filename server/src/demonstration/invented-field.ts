import {
  addDays,
  type Day,
  dayOf,
  type FieldFact,
  type LinkMade,
  momentAt,
} from '@niangjia/shared';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import type { FederationRow } from '../federation';
import { Grids } from '../ledger';
import { Clock } from '../platform/clock';
import { newId } from '../platform/ids';
import { FieldFacts, LinkHolders } from '../visit';
import type { Seeded } from './seeded';

interface Given {
  app: INestApplicationContext;
  tx: EntityManager;
  seeded: Seeded;
  /** By demonstration id. */
  accountOf: (who: string) => string;
  federationNamed: (name: string) => FederationRow;
}

/** On the card of an invented woman of 霞美村: printed at the start, of no real person. */
export const knownLinkCode = '88880000111122223333';

const families = ['林', '陈', '黄', '洪', '李', '吴', '郑', '苏'];
const names = ['阿珍', '秀兰', '美玉', '丽琴', '玉英', '春桃', '月娥', '金凤'];
const digits = '0123456789';
const morning = 10 * 60;

/** Days from today: when she was linked, when she was visited, when another visit was promised. */
interface Known {
  linked: number;
  visited?: number;
  followUp?: number;
}

/** One of each sort, over and over: promised and due, long not visited, never visited, seen lately. */
const sorts: readonly Known[] = [
  { linked: -300, visited: -10, followUp: -3 },
  { linked: -200, visited: -120 },
  { linked: -100 },
  { linked: -250, visited: -6 },
  { linked: -150, visited: -20, followUp: 5 },
  { linked: -30, visited: -2 },
  { linked: -220, visited: -40 },
];

/** Grids, links and visits of two villages, as two 执委 would have sent them. */
export class InventedField {
  constructor(private readonly given: Given) {}

  async add(): Promise<void> {
    const { accountOf } = this.given;
    const village = '霞美村妇联';
    const visitor = this.person('committee-member', village, 'committee_member');
    const chair = this.person('village-chair', village, 'chair');
    const other = this.person('other-committee-member', '四黄村妇联', 'committee_member');
    const first = await this.grid(village, '示例·榕树下一组', [visitor, chair]);
    const second = await this.grid('四黄村妇联', '示例·祠堂边', [other]);

    await this.link(visitor, first, { from: 0, to: 22 }, knownLinkCode);
    await this.link(other, second, { from: 30, to: 33 });
    await this.link(chair, first, { from: 27, to: 29 });
    const { app, tx } = this.given;
    const whose = {
      fromAccountId: accountOf('village-chair'),
      toAccountId: accountOf('committee-member'),
    };
    const tenDaysAgo = momentAt(this.day(-10), morning);
    await app.get(LinkHolders).handOver(tx, chair, whose, tenDaysAgo);
  }

  private async grid(village: string, name: string, keepers: Person[]): Promise<string> {
    const { app, tx, federationNamed } = this.given;
    const grids = app.get(Grids);
    const [id = ''] = await grids.add(tx, [{ federation: federationNamed(village), name }]);
    for (const { accountId } of keepers) await grids.give(tx, accountId, [id]);
    return id;
  }

  private async link(
    visitor: Person,
    gridId: string,
    { from, to }: { from: number; to: number },
    code?: string,
  ): Promise<void> {
    for (let n = from; n < to; n += 1) {
      const known = sorts[n % sorts.length]!;
      const link = this.linkMade(gridId, n, known, n === 0 ? code : undefined);
      await this.send(visitor, link, link.linkedOn);
      if (known.visited !== undefined) await this.visit(visitor, link, known);
    }
  }

  private async visit(
    visitor: Person,
    { id: linkId }: LinkMade,
    { visited = 0, followUp }: Known,
  ): Promise<void> {
    const visitDay = this.day(visited);
    const need = { id: newId(), kind: 'children' as const, text: '孩子放学没人接，想找托管。' };
    const visit: FieldFact = {
      type: 'visit_made',
      id: newId(),
      linkId,
      kind: visited < -30 ? 'home' : 'phone',
      visitDay,
      needs: followUp === undefined ? [] : [need],
      risk: 'normal',
      note: '示例：聊了家里近况。',
      ...(followUp !== undefined && { followUpDay: this.day(followUp) }),
    };
    await this.send(visitor, visit, visitDay);
  }

  private linkMade(gridId: string, n: number, { linked }: Known, code?: string): LinkMade {
    const { seeded } = this.given;
    const family = families[n % families.length]!;
    const name = names[Math.floor(n / families.length + n) % names.length]!;
    return {
      type: 'link_made',
      id: newId(),
      ledgerEntryId: newId(),
      gridId,
      name: `示例·${family}${name}`,
      phone: `0595-0000${seeded.text(digits, 4)}`,
      address: `示例地址 ${n + 1} 号`,
      linkedOn: this.day(linked),
      consent: 'spoken',
      linkCode: code ?? seeded.text(digits, 20),
    };
  }

  private async send(visitor: Person, fact: FieldFact, day: Day): Promise<void> {
    const { app, tx } = this.given;
    await app.get(FieldFacts).apply(tx, visitor, [fact], new Map(), momentAt(day, morning));
  }

  private day(fromToday: number): Day {
    return addDays(dayOf(this.given.app.get(Clock).now()), fromToday);
  }

  private person(who: string, village: string, kind: 'committee_member' | 'chair'): Person {
    const { id: federationId, path } = this.given.federationNamed(village);
    const posts = [{ id: newId(), federationId, path, kind }];
    return { accountId: this.given.accountOf(who), sessionId: newId(), posts };
  }
}
