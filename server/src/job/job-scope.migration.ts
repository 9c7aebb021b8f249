import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { idsOf } from '../federation';
import { column, tableColumn } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { id, key, nullable, text } = column;
const scope = { job_id: key(id()), ancestor_id: key(id()) };
const batchRows = 500;

interface Placed {
  id: string;
  federation_path: string;
}

export class JobScope1000000000920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'job_scope', scope, [
      { name: 'job_scope_branch', columns: ['ancestor_id', 'job_id'] },
    ]);
    const columnNames = ['federation_id', 'id'];
    await runner.createIndex('job', new TableIndex({ name: 'job_unit', columnNames }));
    await runner.addColumn('job', tableColumn(runner, 'lawful_wording', nullable(text())));
    await this.fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('job', 'lawful_wording');
    await runner.dropIndex('job', 'job_unit');
    await runner.dropTable('job_scope');
  }

  private async fill(runner: QueryRunner): Promise<void> {
    for (let last = ''; ;) {
      const jobs = (await runner.query(
        `SELECT id, federation_path FROM job WHERE id > ? ORDER BY id LIMIT ${batchRows}`,
        [last],
      )) as Placed[];
      const rows = jobs.flatMap((job) => idsOf(job.federation_path).map((at) => [job.id, at]));
      if (rows.length === 0) return;
      const places = rows.map(() => '(?, ?)').join();
      await runner.query(
        `INSERT INTO job_scope (job_id, ancestor_id) VALUES ${places}`,
        rows.flat(),
      );
      last = jobs.at(-1)!.id;
    }
  }
}
