import type { Activity, Job, MyBooking, MyRegistration, Shift } from '@niangjia/shared';

/** What is on and what she joined, with only the facts that a test names changed. */
export const anActivity = (facts: Partial<Activity> = {}): Activity => ({
  id: 'A1',
  title: '包粽子',
  text: '一起包粽子，\n材料都准备好了。',
  federationId: 'F1',
  federationName: '山美村妇联',
  place: '山美村妇女之家',
  point: { lng: 118.4, lat: 24.9 },
  phone: null,
  startsAt: '2090-11-26T09:00:00+08:00',
  endsAt: '2090-11-26T15:00:00+08:00',
  registrationClosesAt: '2090-11-25T18:00:00+08:00',
  cancellableUntil: '2090-11-26T07:00:00+08:00',
  seats: 20,
  seatsLeft: 5,
  waiting: 0,
  state: 'published',
  cancelReason: null,
  distanceMetres: 2100,
  mine: null,
  ...facts,
});

export const aRegistration = (facts: Partial<MyRegistration> = {}): MyRegistration => ({
  id: 'R1',
  activityId: 'A1',
  activityTitle: '包粽子',
  startsAt: '2090-11-26T09:00:00+08:00',
  place: '山美村妇女之家',
  cancellableUntil: '2090-11-26T07:00:00+08:00',
  seats: 1,
  state: 'registered',
  waitingBefore: null,
  seatsShort: null,
  cancelReason: null,
  registeredAt: '2026-11-22T09:00:00+08:00',
  ...facts,
});

export const aShift = (facts: Partial<Shift> = {}): Shift => ({
  id: 'S1',
  startsAt: '2090-11-26T08:30:00+08:00',
  endsAt: '2090-11-26T16:00:00+08:00',
  places: 4,
  placesLeft: 2,
  cancelled: false,
  mine: null,
  ...facts,
});

export const aJob = (facts: Partial<Job> = {}): Job => ({
  id: 'J1',
  title: '包装工',
  text: '坐着装盒，有人教。',
  employerName: '阳光中科',
  federationId: 'F2',
  federationName: '阳光中科妇联',
  place: '霞美镇工业区 3 号',
  point: { lng: 118.41, lat: 24.95 },
  contractKind: 'part_time',
  payPerHourFen: 2050,
  flexibility: '可晚到 30 分钟，家里有事可以换班',
  state: 'published',
  distanceMetres: 3400,
  shifts: [aShift()],
  comingFrom: aShift().startsAt,
  nextFreeAt: aShift().startsAt,
  ...facts,
});

export const aBooking = (facts: Partial<MyBooking> = {}): MyBooking => ({
  id: 'B1',
  shiftId: 'S1',
  jobId: 'J1',
  jobTitle: '包装工',
  employerName: '阳光中科',
  place: '霞美镇工业区 3 号',
  startsAt: '2090-11-26T08:30:00+08:00',
  endsAt: '2090-11-26T16:00:00+08:00',
  state: 'booked',
  shared: null,
  remark: null,
  cancelReason: null,
  bookedAt: '2026-11-22T09:00:00+08:00',
  ...facts,
});
