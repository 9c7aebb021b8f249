import type { Query } from '@/platform/use-query';
import type { Kept } from './use-saving';

/** The newest the page knows of something: as it was read, or as the last act answered. */
export function newestOf<K extends Kept>(read: Query<K>, learnt: K | undefined): Query<K> {
  const isNewer = learnt && (!read.data || learnt.version >= read.data.version);
  return { ...read, data: isNewer ? learnt : read.data };
}
