import {
  minuteOf,
  momentInWords,
  type PlannedShift,
  shiftKey,
  type ShiftPattern,
  shiftsAfter,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import type { BookingRow } from './booking.entity';
import { cancelBookings, findBooked, findBookingsOf } from './booking.repository';
import type { JobRow } from './job.entity';
import { type ReliedOn, whatChanged } from './relied-on';
import type { ShiftRow } from './shift.entity';
import {
  cancelShifts,
  deleteShifts,
  findComing,
  insertShifts,
  setPlaces,
} from './shift.repository';

const rearranged = '班次安排有变动。';
const dayMinutes = 24 * 60;

/** Keeps the coming shifts of a post what its patterns say. What has begun stays as it was. */
@Injectable()
export class Shifts {
  constructor(
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  /** Nobody's booking goes without a word: what is no longer wanted ends, and those booked are told. */
  async arrange(tx: EntityManager, { id }: JobRow, patterns: readonly ShiftPattern[]) {
    const now = this.clock.now();
    const wanted = new Map(shiftsAfter(patterns, now).map((shift) => [shiftKey(shift), shift]));
    const there = await findComing(tx, id, { now });
    const known = new Set(there.map(shiftKey));

    await this.changePlaces(tx, there, wanted);
    const fresh = [...wanted.values()].filter((shift) => !known.has(shiftKey(shift)));
    await insertShifts(
      tx,
      fresh.map((shift) => rowOf(id, shift)),
    );

    const gone = there.filter((shift) => !wanted.has(shiftKey(shift)));
    const ended = await this.end(tx, gone, rearranged);
    for (const shift of gone) {
      const told = ended.filter(({ shiftId }) => shiftId === shift.id);
      await this.tellCancelled(tx, id, shift, told);
    }
  }

  /** The post takes nobody any more: every coming shift ends. */
  async close(tx: EntityManager, { id }: JobRow, reason: string): Promise<void> {
    const coming = await findComing(tx, id, { now: this.clock.now() });
    const ended = await this.end(tx, coming, reason);
    const text = `您预约的岗位停招了，约好的班次都取消了。原因：${reason}`;
    const told = [...new Set(ended.map(({ accountId }) => accountId))];
    await this.notifications.tell(tx, told, { kind: 'job_closed', aboutId: id, text });
  }

  /** Those who count on a coming shift hear of what they rely on, in one message. */
  async tellChanged(tx: EntityManager, before: JobRow, now: ReliedOn): Promise<void> {
    const changed = whatChanged(before, now);
    if (changed.length === 0) return;
    const told = await findBooked(tx, before.id, this.clock.now());
    const text = `您预约的岗位有变动：${changed.join('、')}。打开看一下，去不了可以取消。`;
    await this.notifications.tell(tx, told, { kind: 'job_changed', aboutId: before.id, text });
  }

  private async changePlaces(
    tx: EntityManager,
    there: readonly ShiftRow[],
    wanted: ReadonlyMap<string, PlannedShift>,
  ): Promise<void> {
    const fields: Record<string, string> = {};
    for (const shift of there) {
      const { places = shift.places, pattern = 0 } = wanted.get(shiftKey(shift)) ?? {};
      if (places === shift.places || (await setPlaces(tx, shift.id, places))) continue;
      const path = `shiftPatterns.${pattern}.places`;
      fields[path] ??= `${momentInWords(shift.startsAt)}约上的人更多。名额再多一些。`;
    }
    if (Object.keys(fields).length > 0) throw new Refusal('shift_places_taken', { fields });
  }

  /** Answers the bookings that were live until now. Shifts that nobody ever booked go altogether. */
  private async end(tx: EntityManager, shifts: readonly ShiftRow[], reason: string) {
    if (shifts.length === 0) return [];
    const ids = shifts.map(({ id }) => id);
    await cancelShifts(tx, ids);
    const bookings = await findBookingsOf(tx, ids);

    const live = bookings.filter(({ state }) => state === 'booked');
    await cancelBookings(
      tx,
      live.map(({ id }) => id),
      reason,
    );
    const everBooked = new Set(bookings.map(({ shiftId }) => shiftId));
    await deleteShifts(
      tx,
      ids.filter((id) => !everBooked.has(id)),
    );
    return live;
  }

  private async tellCancelled(
    tx: EntityManager,
    aboutId: string,
    { startsAt }: ShiftRow,
    bookings: readonly BookingRow[],
  ): Promise<void> {
    const text = `您预约的班次取消了：${momentInWords(startsAt)}。${rearranged}可以再选一个。`;
    const accountIds = bookings.map(({ accountId }) => accountId);
    await this.notifications.tell(tx, accountIds, { kind: 'shift_cancelled', aboutId, text });
  }
}

const rowOf = (jobId: string, { startsAt, endsAt, places }: PlannedShift): ShiftRow => ({
  id: newId(),
  jobId,
  startsAt,
  endsAt,
  endsMinute: minuteOf(endsAt) || dayMinutes,
  places,
  taken: 0,
  cancelled: false,
});
