import { In } from 'typeorm';
import type {
  DeskJob,
  Job,
  JobDraft,
  MyBooking,
  Page,
  RefusalBody,
  ShiftPattern,
} from '@niangjia/shared';
import { BookingRow, JobRow, ShiftRow } from '../src/job';
import type { TestApp } from './app';
import { aPerson } from './given';

type App = Pick<TestApp, 'http'>;

/** Four coming days from the morning of `TestClock`, out before school is. */
export const aPattern = (given: Partial<ShiftPattern> = {}): ShiftPattern => ({
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts: '08:30',
  ends: '16:00',
  from: '2026-11-27',
  to: '2026-11-30',
  places: 2,
  ...given,
});

export const aDraft = (given: Partial<JobDraft> & { federationId: string }): JobDraft => ({
  title: '缝纫工',
  text: '平车缝制，学得会就行。',
  employerName: '阳光制衣',
  place: '某镇工业路 1 号',
  point: { lng: 118.4, lat: 24.9 },
  contractKind: 'part_time',
  payPerHourFen: 2100,
  flexibility: '可晚到 30 分钟',
  shiftPatterns: [aPattern()],
  ...given,
});

/** What staff do with posts; each answers with the status, so that a refusal can be expected. */
export const jobDesk = ({ http }: App, token: string) => ({
  create: (draft: JobDraft, headers?: Record<string, string>) =>
    http.post<DeskJob & RefusalBody>('/desk/jobs', draft, { token, headers }),
  list: (query = '') => http.get<Page<DeskJob> & RefusalBody>(`/desk/jobs${query}`, { token }),
  open: (id: string) => http.get<DeskJob & RefusalBody>(`/desk/jobs/${id}`, { token }),
  change: (id: string, version: number, draft: JobDraft) =>
    http.put<DeskJob & RefusalBody>(`/desk/jobs/${id}`, { ...draft, version }, { token }),
  move: (id: string, to: string, reason?: string) =>
    http.post<DeskJob & RefusalBody>(`/desk/jobs/${id}/moves`, { to, reason }, { token }),
});

/** What a woman does. */
export const herJobs = ({ http }: App, token?: string) => ({
  list: (query = '') => http.get<Page<Job> & RefusalBody>(`/jobs${query}`, { token }),
  open: (id: string) => http.get<Job & RefusalBody>(`/jobs/${id}`, { token }),
  book: (shiftId: string, body: object = {}, headers?: Record<string, string>) =>
    http.post<MyBooking & RefusalBody>(`/shifts/${shiftId}/bookings`, body, { token, headers }),
  cancel: (id: string) =>
    http.post<MyBooking & RefusalBody>(`/bookings/${id}/cancel`, {}, { token }),
  mine: (query = '') => http.get<Page<MyBooking>>(`/me/bookings${query}`, { token }),
});

/** A published post of that federation. */
export async function aJob(
  t: Pick<TestApp, 'app' | 'http'>,
  token: string,
  given: Partial<JobDraft> & { federationId: string },
): Promise<DeskJob> {
  const desk = jobDesk(t, token);
  const { status, body } = await desk.create(aDraft(given));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return (await desk.move(body.id, 'published')).body;
}

export const aWoman = async (t: Pick<TestApp, 'app' | 'http'>) =>
  herJobs(t, (await aPerson(t)).token);

const isCounted = (count: number, of: readonly unknown[]): boolean => count === of.length;

/** What is not so of the shifts of this post; empty when all is exact. */
export async function brokenShifts(
  { dataSource: { manager } }: Pick<TestApp, 'dataSource'>,
  jobId: string,
  now: number,
): Promise<string[]> {
  const job = await manager.findOneByOrFail(JobRow, { id: jobId });
  const shifts = await manager.findBy(ShiftRow, { jobId });
  const rows = await manager.findBy(BookingRow, { shiftId: In(shifts.map(({ id }) => id)) });
  const live = rows.filter(({ state }) => state === 'booked');
  const of = ({ id }: ShiftRow) => live.filter(({ shiftId }) => shiftId === id);
  const standing = shifts.filter(({ cancelled }) => !cancelled);
  const coming = standing.filter(({ startsAt }) => startsAt > now);
  const keyOf = ({ shiftId, accountId }: BookingRow): string => `${shiftId}.${accountId}`;

  const holds: [string, boolean][] = [
    ['each shift counts its bookings', shifts.every((shift) => isCounted(shift.taken, of(shift)))],
    ['no shift is oversold', shifts.every(({ taken, places }) => taken >= 0 && taken <= places)],
    ['a cancelled shift holds nobody', shifts.every((s) => !s.cancelled || s.taken === 0)],
    ['one live booking a woman and shift', new Set(live.map(keyOf)).size === live.length],
    [
      'live bookings have their key, others none',
      rows.every((row) => row.liveKey === (row.state === 'booked' ? keyOf(row) : null)),
    ],
    ['only what was cancelled has a reason', live.every((row) => row.cancelReason === null)],
    ['a closed post has no coming shift', job.state !== 'closed' || coming.length === 0],
    [
      'no two shifts are the same',
      new Set(standing.map(({ startsAt }) => startsAt)).size === standing.length,
    ],
  ];
  return holds.filter(([, so]) => !so).map(([says]) => `not so that ${says}`);
}
