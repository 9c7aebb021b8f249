import { Note } from '@/components/note';

/** Acts that can no longer be read: they are neither sent nor sealed, and stay with their key. */
export const Damaged = ({ count }: { count: number }) =>
  count > 0 ? (
    <Note tone="error" title={`有 ${count} 条打不开了，传不上去，没有删。请联系妇联的技术人员。`} />
  ) : null;
