import { dayOf } from '@niangjia/shared';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import type { DivisionRow, FederationRow } from '../federation';
import { Bookings, DeskJobs } from '../job';
import { Clock } from '../platform/clock';
import { newId } from '../platform/ids';
import { pointNear } from './homes';
import { type InventedJob, inventedJobs } from './jobs';
import type { Seeded } from './seeded';

interface Given {
  app: INestApplicationContext;
  tx: EntityManager;
  seeded: Seeded;
  /** By demonstration id. */
  accountOf: (who: string) => string;
  federationNamed: (name: string) => FederationRow;
  townNamed: (name: string) => DivisionRow;
}

/** Where some are booked already, for the contact of the enterprise to see. */
const booked = '阳光中科妇联';

/** Posts as the county's staff would write and publish them. */
export class InventedJobs {
  constructor(private readonly given: Given) {}

  async add(): Promise<void> {
    const today = dayOf(this.given.app.get(Clock).now());
    for (const job of inventedJobs(today)) await this.addOne(job);
  }

  private async addOne({ by, town, draft, ...job }: InventedJob): Promise<void> {
    const { app, tx, seeded, federationNamed, townNamed } = this.given;
    const { id: federationId } = federationNamed(by);
    const { lng, lat } = townNamed(town);
    const point = pointNear({ lng: lng ?? 0, lat: lat ?? 0 }, seeded);
    const place = `南安市${town}（示例地址）`;
    const desk = app.get(DeskJobs);
    const staff = this.countyStaff();

    const { id } = await desk.create(tx, staff, { ...job, federationId, place, point });
    if (draft) return;
    const { shifts } = await desk.move(tx, staff, id, { to: 'published' });
    if (by === booked) await this.book(shifts.map((shift) => shift.id));
  }

  /** One shares her name with the employer, the others do not. */
  private async book([first = '', second = '', third = '']: string[]): Promise<void> {
    const { app, tx, accountOf } = this.given;
    const bookings = app.get(Bookings);
    const shareWithEmployer = { name: '示例·郑春兰', phone: '0595-0000 0002' };
    const open = { remark: '第一次来，请带我一下。', shareWithEmployer };
    await bookings.book(tx, accountOf('committee-member'), first, open);
    await bookings.book(tx, accountOf('village-staff'), second, {});
    await bookings.book(tx, accountOf('woman-booked'), third, {});
  }

  private countyStaff(): Person {
    const { id: federationId, path } = this.given.federationNamed('南安市妇联');
    const post = { id: newId(), federationId, path, kind: 'staff' as const };
    return { accountId: this.given.accountOf('county-staff'), sessionId: newId(), posts: [post] };
  }
}
