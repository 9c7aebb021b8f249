import { bookingEndpoints, jobEndpoints } from '@niangjia/shared';
import { jobDraft, withId } from '../bodies';
import { fewPlaces } from '../places';
import { everything, hangsOn, hers, inBranch, jobOfBranchOrUnit, published } from '../rules';
import type { Row } from '../row';

const editsJobs = {
  who: ['job.edit'],
  on: { kind: 'job', states: ['published', 'draft'] },
  lets: inBranch('job.edit'),
  otherwise: 'job_not_found',
  ask: withId,
} as const satisfies Partial<Row>;

export const jobRows: readonly Row[] = [
  {
    endpoint: jobEndpoints.list,
    who: 'anyone',
    lists: { kind: 'job', lets: (_, { state }) => state === 'published' },
  },
  {
    endpoint: jobEndpoints.one,
    who: 'anyone',
    on: { kind: 'job', states: ['published', 'draft', 'closed'], places: fewPlaces },
    lets: published,
    otherwise: 'job_not_found',
    ask: withId,
  },
  {
    endpoint: jobEndpoints.deskList,
    who: ['job.edit', 'booking.read_shared'],
    lists: { kind: 'job', lets: jobOfBranchOrUnit },
  },
  { endpoint: jobEndpoints.deskOne, ...editsJobs },
  {
    endpoint: jobEndpoints.create,
    who: ['job.edit'],
    on: { kind: 'federation', states: ['open'] },
    lets: inBranch('job.edit'),
    otherwise: 'federation_not_found',
    ask: ({ at, state, id }, world) => ({
      body: { ...jobDraft(world, at), ...(state === 'never' && { federationId: id }) },
    }),
  },
  {
    endpoint: jobEndpoints.change,
    ...editsJobs,
    on: { kind: 'job', states: ['draft'] },
    ask: ({ id, at }, world) => ({ params: { id }, body: { ...jobDraft(world, at), version: 1 } }),
  },
  {
    endpoint: jobEndpoints.move,
    ...editsJobs,
    on: { kind: 'job', states: ['draft'] },
    ask: ({ id }) => ({ params: { id }, body: { to: 'published' } }),
  },
  {
    endpoint: bookingEndpoints.book,
    who: 'signed_in',
    on: { kind: 'shift', states: ['open'] },
    lets: everything,
    otherwise: 'shift_not_found',
    ask: ({ id }) => ({ params: { id }, body: {} }),
  },
  {
    endpoint: bookingEndpoints.cancel,
    who: 'signed_in',
    on: { kind: 'booking', states: ['open', 'gone'] },
    lets: hers,
    otherwise: 'booking_not_found',
    ask: withId,
  },
  {
    endpoint: bookingEndpoints.mine,
    who: 'signed_in',
    lists: { kind: 'booking', lets: hers },
  },
  {
    endpoint: bookingEndpoints.employers,
    who: ['booking.read_shared', 'job.edit'],
    on: { kind: 'job', states: ['published', 'draft', 'closed'] },
    lets: jobOfBranchOrUnit,
    otherwise: 'job_not_found',
    ask: withId,
    lists: { kind: 'booking', lets: hangsOn },
  },
];
