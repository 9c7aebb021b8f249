import { type DataSource, Like, MoreThan, Not, type ObjectLiteral, type Repository } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work';
import type { Cipher } from './cipher';
import { type SealedColumn, sealedColumns } from './sealed-column';

const batchRows = 200;

export interface Rotated {
  column: SealedColumn;
  resealed: number;
  /** Sealed with an older key while this ran: by a server that does not have the new key yet. */
  left: number;
}

/**
 * Seals every sealed value anew with the newest key of the ring. What is already sealed with it is not
 * touched, so that a rotation that was killed goes on where it was; each value opens at any moment.
 */
export async function rotateKeys(
  dataSource: DataSource,
  cipher: Cipher,
  onBatch: (column: SealedColumn, rows: number) => void = () => undefined,
): Promise<Rotated[]> {
  const rotated: Rotated[] = [];
  for (const column of sealedColumns()) {
    const values = new SealedValues(dataSource, column, cipher);
    rotated.push({ column, ...(await values.rotate((rows) => onBatch(column, rows))) });
  }
  return rotated;
}

class SealedValues {
  private readonly rows: Repository<ObjectLiteral>;
  private readonly property: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly place: SealedColumn,
    private readonly cipher: Cipher,
  ) {
    this.rows = dataSource.getRepository<ObjectLiteral>(place.table);
    const column = this.rows.metadata.findColumnWithDatabaseName(place.column);
    if (!column) throw new Error(`no sealed column ${place.table}.${place.column}`);
    this.property = column.propertyName;
  }

  async rotate(onBatch: (rows: number) => void): Promise<{ resealed: number; left: number }> {
    let resealed = 0;
    let after = '';
    for (;;) {
      const batch = await this.older(after);
      const last = batch.at(-1);
      if (last === undefined) return { resealed, left: await this.rows.countBy(this.isOlder()) };
      resealed += await this.reseal(batch);
      after = last.id;
      onBatch(batch.length);
    }
  }

  private isOlder(): ObjectLiteral {
    return { [this.property]: Not(Like(`${this.cipher.currentPrefix}%`)) };
  }

  private async older(after: string): Promise<{ id: string; sealed: string }[]> {
    const rows = await this.rows.find({
      select: { id: true, [this.property]: true },
      where: { ...this.isOlder(), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: batchRows,
    });
    return rows.map((row) => ({ id: String(row.id), sealed: String(row[this.property]) }));
  }

  /** Only where the value is still the one that was opened: a newer one is not overwritten. */
  private reseal(batch: { id: string; sealed: string }[]): Promise<number> {
    return new UnitOfWork(this.dataSource).run(async (tx) => {
      let changed = 0;
      for (const { id, sealed } of batch) {
        const text = this.cipher.open(this.place, id, sealed);
        const anew = { [this.property]: this.cipher.seal(this.place, id, text) };
        const where = { id, [this.property]: sealed };
        changed += (await tx.update(this.rows.target, where, anew)).affected ?? 0;
      }
      return changed;
    });
  }
}
