import type { EntityManager } from 'typeorm';
import { type Person, postKindsFor } from '../account';
import type { Federations } from '../federation';

/** A contact speaks for one unit alone, never for a place or for what lies below. */
export async function contactsUnits(
  federations: Federations,
  db: EntityManager,
  { posts }: Person,
): Promise<string[]> {
  const kinds = postKindsFor('booking.read_shared');
  const held = posts.filter(({ kind }) => kinds.includes(kind));
  const rows = await federations.rowsOf(
    db,
    held.map(({ federationId }) => federationId),
  );
  return rows.filter(({ level }) => level === 'unit').map(({ id }) => id);
}
