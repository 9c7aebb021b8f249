/** A column whose values are sealed with the key ring. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
}

const declared: SealedColumn[] = [];

/** Declares a sealed column beside its entity, so that key rotation finds it. Its table's key is `id`. */
export function sealedColumn(table: string, column: string): SealedColumn {
  const place = { table, column };
  declared.push(place);
  return place;
}

export const sealedColumns = (): readonly SealedColumn[] => declared;
